// LinguisticsTraining
