/// Pages as sites of several kinds write them, with the article that a reader finds there. All of it is made up.
struct PageSample {
  var name: String
  var page: String
  var title: String
  var date: String?
  var publisher: String?
  var url: String?
  var paragraphs: [String]

  static let all = [cms, agency, blog, tables, scripted, malformed, bare, lineBreaks]

  /// A content management system: a notice about cookies, navigation, an advertisement amid the text, related stories,
  /// a table, captions, a newsletter, comments longer than the article.
  static let cms = PageSample(
    name: "cms",
    page: """
      <!DOCTYPE html>
      <html lang="en" class="no-js">
      <head>
        <meta charset="utf-8">
        <title>Northern rebels seize dam near Harun | Valley Courier</title>
        <meta property="og:title" content="Northern rebels seize dam near Harun | Valley Courier">
        <meta property="og:site_name" content="Valley Courier">
        <meta property="article:published_time" content="2031-05-14T06:20:00+03:00">
        <meta property="og:description" content="The dam feeds half of the capital.">
        <link rel="canonical" href="https://courier.example/world/dam-harun">
        <style>.x { color: red }</style>
        <script>if (a < b && b > c) { document.write("<p>Nobody should ever read these words in an article at all.</p>"); }</script>
      </head>
      <body class="page has-sidebar article-template">
      <div id="cookie-consent"><p>We and our 842 partners store information on your device, such as cookies, to show
        you advertising that suits you. You can change what you have chosen at any time in the settings below.</p>
        <button>Accept all</button></div>
      <header class="masthead"><a href="/">Valley Courier</a>
        <nav><ul><li><a href="/world">World</a></li><li><a href="/politics">Politics</a></li></ul></nav></header>
      <main>
       <div class="layout">
        <article class="story">
         <header>
          <h1>Northern rebels seize dam near Harun</h1>
          <p class="standfirst">Commander says the water will keep flowing as long as the army stays away.</p>
          <div class="byline">By <a href="/staff/ilsa">Ilsa Morrow</a> and Petr Vane</div>
          <time datetime="2031-05-14T06:20:00+03:00">14 May</time>
          <ul class="share-tools"><li><a href="#">Facebook</a></li><li><a href="#">Copy link</a></li></ul>
         </header>
         <figure><img src="dam.jpg" alt="dam"><figcaption>The Harun dam, seen in a photograph that was taken long before the
           fighting began in this part of the country. Photograph: V. Courier</figcaption></figure>
         <div class="article-body">
          <p>Fighters of the Northern Front took the Harun dam on Tuesday after two days of clashes with
             government troops, the group&rsquo;s spokesman <a href="/tag/sol">Anton Sol</a> said.</p>
          <div class="ad-slot"><p>Advertisement</p></div>
          <p>&ldquo;The water will flow as long as the army stays away,&rdquo; he told reporters.</p>
          <p>He gave no figures.</p>
          <h2>A long siege</h2>
          <p>The army, backed by its neighbour Ostrava, had held the dam since last winter, when the front&nbsp;lines
             froze along the river.</p>
          <p><strong>Read more: <a href="/a">What we know about the Northern Front</a></strong></p>
          <blockquote><p>We did not surrender the dam, we were bombed out of it by drones that Ostrava does not
             sell.</p></blockquote>
          <table><tr><th>Dam</th><th>Megawatts</th></tr><tr><td>Harun</td><td>880</td></tr></table>
          <ul><li>The dam supplies 40 percent of the capital's power.</li>
              <li>Its reservoir holds two cubic kilometres of water.</li></ul>
          <p>The defence ministry declined to comment.</p>
         </div>
         <div class="newsletter-signup"><p>Sign up to our morning briefing and get the news of the valley in your inbox
           every day, free of charge and without advertising.</p></div>
        </article>
        <aside class="related"><h3>Related</h3>
          <div class="card"><a href="/1">Army chief dismissed</a><p>The chief of staff was dismissed on Monday after a
            quarrel with the president over the conduct of the war, officials said.</p></div>
          <div class="card"><a href="/2">Talks collapse</a><p>Talks in the port city collapsed after four days without
            agreement on the exchange of prisoners, mediators said.</p></div></aside>
       </div>
       <section id="comments"><h3>3 comments</h3>
        <article class="comment"><p>This is what happens if you leave a dam to a handful of conscripts, and I have been
          saying so in this place for years without anybody taking the least notice of it, as anybody can read.</p></article>
        <article class="comment"><p>Nonsense. The conscripts fought better than the guards ever did, and those who know the
          valley will tell you that the guards were the first to run when the drones came over the hill.</p></article>
        <article class="comment"><p>My cousin works at the dam and he says that nobody has been paid since March, which may
          explain more than all that your reporters have written about fronts and alliances and neighbours.</p></article>
       </section>
      </main>
      <footer><p>&copy; 2031 Valley Courier. All rights reserved. Registered in Harun under number 4711, supervised by
        the board of the press.</p></footer>
      </body></html>
      """,
    title: "Northern rebels seize dam near Harun", date: "2031-05-14", publisher: "Valley Courier",
    url: "https://courier.example/world/dam-harun",
    paragraphs: [
      "Commander says the water will keep flowing as long as the army stays away.",
      "Fighters of the Northern Front took the Harun dam on Tuesday after two days of clashes with government troops, "
        + "the group’s spokesman Anton Sol said.",
      "“The water will flow as long as the army stays away,” he told reporters.",
      "He gave no figures.",
      "A long siege",
      "The army, backed by its neighbour Ostrava, had held the dam since last winter, when the front lines froze along "
        + "the river.",
      "We did not surrender the dam, we were bombed out of it by drones that Ostrava does not sell.",
      "The dam supplies 40 percent of the capital's power.",
      "Its reservoir holds two cubic kilometres of water.",
      "The defence ministry declined to comment.",
    ])

  /// An agency: JSON-LD in a graph of things, classes that say nothing, text in sections among teasers.
  static let agency = PageSample(
    name: "agency",
    page: """
      <!doctype html><html><head><meta charset="utf-8"><title>Loading…</title>
      <script type="application/ld+json">
      {"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "Meridian Press", "url": "https://meridian.example"},
        {"@type": ["NewsArticle"], "headline": "Island states &amp; Corland sign pact",
         "datePublished": "2030-11-02T21:00:00Z", "publisher": {"@type": "Organization", "name": "Meridian Press"},
         "mainEntityOfPage": "https://meridian.example/pact"}]}
      </script>
      <script type="application/ld+json">{"broken": </script></head>
      <body><div class="css-1a"><div class="css-2b"><a href="/">Home</a> <a href="/w">World</a> <a href="/b">Business</a></div>
      <div class="css-3c"><div class="css-4d"><h1 class="css-h">Island states &amp; Corland sign pact</h1>
      <div class="css-5e"><span>PORT ALBA, Nov 2 (Meridian) - </span><span>Three island states signed a defence pact with
        Corland on Saturday that lets it station ships in their harbours, their foreign ministers said.</span></div>
      <div class="css-5e">The pact obliges each side to come to the aid of the other if it is attacked, according to the text,
        which Meridian has seen.</div>
      <div class="css-ad"><a href="/x">Buy a boat today</a></div>
      <div class="css-5e">Norland, which claims two of the islands, called it a provocation.</div>
      <div class="css-5e">It said that it would <em>never</em> accept foreign ships in waters that it calls its own, and
        summoned the ambassadors of all four.</div></div>
      <div class="css-9z"><a href="/n1">Norland tests missile off the coast of Alba, officials say in the capital</a>
        <a href="/n2">Fishermen caught between two navies ask for help from the islands</a></div></div></div></body></html>
      """,
    title: "Island states & Corland sign pact", date: "2030-11-02", publisher: "Meridian Press",
    url: "https://meridian.example/pact",
    paragraphs: [
      "PORT ALBA, Nov 2 (Meridian) - Three island states signed a defence pact with Corland on Saturday that lets it "
        + "station ships in their harbours, their foreign ministers said.",
      "The pact obliges each side to come to the aid of the other if it is attacked, according to the text, which "
        + "Meridian has seen.",
      "Norland, which claims two of the islands, called it a provocation.",
      "It said that it would never accept foreign ships in waters that it calls its own, and summoned the ambassadors of "
        + "all four.",
    ])

  /// A blog of the usual kind: labels of topics on the article, comments that are articles themselves.
  static let blog = PageSample(
    name: "blog",
    page: """
      <html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Who arms the hill militias? – Fault Lines</title>
      <meta name="application-name" content="Fault Lines"></head>
      <body class="single single-post"><div id="page"><div id="content" class="site-content">
      <article id="post-7" class="post type-post tag-social-media tag-comment category-related hentry">
      <header class="entry-header"><h1 class="entry-title">Who arms the hill militias?</h1>
      <div class="entry-meta">Posted on <time class="entry-date" datetime="2029-01-20T08:00">January 20</time> by admin</div></header>
      <div class="entry-content">
      <p>Three convoys crossed the pass in January, and each of them carried crates that the customs officers of Teral were
      told not to open.</p>
      <p>Two drivers say that the crates came from Zhal, which has denied arming the militias.</p>
      <div id="attachment_9" class="wp-caption"><img src="c.jpg"><p class="wp-caption-text">A convoy waits at the pass on a
      morning in January, before the snow closed the road for a week.</p></div>
      <p>The militias fight the army of Teral for the mines.</p>
      <div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li></ul></div>
      <div class="jp-relatedposts"><p>Related posts that you may find worth your while if you have read this far down</p></div>
      </div></article>
      <div id="comments" class="comments-area"><ol class="comment-list"><li><article class="comment-body"><p>I drove that road for
      eleven years and there was never a crate that nobody opened, so I do not believe a word of this, sorry to say.</p></article>
      </li><li><article class="comment-body"><p>You drove it before the war, as you have told us often enough, and since the war
      there has not been a single crate that anybody has opened, ask anyone.</p></article></li></ol></div></div>
      <div id="secondary" class="widget-area"><div class="widget"><p>Fault Lines is written by people who live in the hills and
      have nothing to sell.</p></div></div></div></body></html>
      """,
    title: "Who arms the hill militias?", date: "2029-01-20", publisher: "Fault Lines", url: nil,
    paragraphs: [
      "Three convoys crossed the pass in January, and each of them carried crates that the customs officers of Teral were "
        + "told not to open.",
      "Two drivers say that the crates came from Zhal, which has denied arming the militias.",
      "The militias fight the army of Teral for the mines.",
    ])

  /// The turn of the century: tables for layout, fonts, capitals, no paragraphs that end.
  static let tables = PageSample(
    name: "tables",
    page: """
      <HTML><HEAD><TITLE>Ceasefire broken within hours - The Lowland Mirror</TITLE>
      <META NAME="publisher" CONTENT="The Lowland Mirror"><META NAME="date" CONTENT="1999-06-11"></HEAD>
      <BODY BGCOLOR=#FFFFFF><TABLE WIDTH=780 BORDER=0><TR><TD WIDTH=150 VALIGN=TOP>
      <A HREF=home.htm>Home</A><BR><A HREF=sport.htm>Sport</A><BR><A HREF=weather.htm>Weather</A></TD>
      <TD VALIGN=TOP><FONT FACE="Arial" SIZE=5><B>Ceasefire broken within hours</B></FONT>
      <P><FONT SIZE=2>Shells fell on the old town of Merin on Friday a few hours after the army and the separatists had agreed on
      a ceasefire, witnesses said.
      <P>Each side accused the other of firing first at positions along the river which divides the town.
      <P>The separatists, whom Karelia supplies with rifles, said that three of their men had been killed.</FONT>
      </TD><TD><IMG SRC=ad.gif></TD></TR></TABLE>
      <CENTER><FONT SIZE=1>Copyright 1999 The Lowland Mirror</FONT></CENTER></BODY></HTML>
      """,
    title: "Ceasefire broken within hours", date: "1999-06-11", publisher: "The Lowland Mirror", url: nil,
    paragraphs: [
      "Shells fell on the old town of Merin on Friday a few hours after the army and the separatists had agreed on a "
        + "ceasefire, witnesses said.",
      "Each side accused the other of firing first at positions along the river which divides the town.",
      "The separatists, whom Karelia supplies with rifles, said that three of their men had been killed.",
    ])

  /// A page that a script fills: the text is in JSON-LD alone.
  static let scripted = PageSample(
    name: "scripted",
    page: """
      <!DOCTYPE html><html><head><meta property="og:site_name" content="Harbour Post">
      <script type='application/ld+json'>{"@type":"ReportageNewsArticle","headline":"Blockade lifted","dateCreated":"2032-02-01",
      "url":"https://harbour.example/b","articleBody":"Galia lifted its blockade of the port on Sunday, its admiral said.

      Ships that carry grain may pass. Those of Sarn, with which Galia is at war, may not, he added."}</script></head>
      <body><div id="root"></div><noscript>You need to enable JavaScript to run this app, which is a pity for all of us.</noscript>
      </body></html>
      """,
    title: "Blockade lifted", date: "2032-02-01", publisher: "Harbour Post", url: "https://harbour.example/b",
    paragraphs: [
      "Galia lifted its blockade of the port on Sunday, its admiral said. Ships that carry grain may pass. Those of Sarn, "
        + "with which Galia is at war, may not, he added."
    ])

  /// Tags that don't close or were never opened, attributes without quotes, a comment without an end.
  static let malformed = PageSample(
    name: "malformed",
    page: """
      <html><head><title>Militia leader killed in raid</title><meta name=pubdate content="12 March 2028">
      <body><div class=content><h1>Militia leader killed in raid</h1></span></div></b>
      <div class="text"><p>The leader of the Red Sand militia was killed in a raid by troops of Hadria on Saturday night, the
      army said in a statement. <p>Soldiers <b>backed by <i>helicopters</b> stormed</i> his house in the oasis, it said & took four
      men < all of them guards.<p>A spokesman of the militia, which Lyria funds, denied that he was dead &mdash; &quot;he is with us&quot;.
      </td></tr></table></div></div></div>
      <!-- the end
      <p>Hadria has fought the Red Sand militia for control of the wells since the spring of last year.
      """,
    title: "Militia leader killed in raid", date: "2028-03-12", publisher: nil, url: nil,
    paragraphs: [
      "The leader of the Red Sand militia was killed in a raid by troops of Hadria on Saturday night, the army said in a "
        + "statement.",
      "Soldiers backed by helicopters stormed his house in the oasis, it said & took four men < all of them guards.",
      "A spokesman of the militia, which Lyria funds, denied that he was dead — \"he is with us\".",
      "Hadria has fought the Red Sand militia for control of the wells since the spring of last year.",
    ])

  /// Hardly any markup.
  static let bare = PageSample(
    name: "bare",
    page: """
      <html><body><h1>Truce holds on third day</h1>
      <p>A truce between Vesper and the lake clans held for a third day on Monday, monitors said.</p>
      <p>Vesper accuses its neighbour Ruhn of arming the clans.</p></body></html>
      """,
    title: "Truce holds on third day", date: nil, publisher: nil, url: nil,
    paragraphs: [
      "A truce between Vesper and the lake clans held for a third day on Monday, monitors said.",
      "Vesper accuses its neighbour Ruhn of arming the clans.",
    ])

  /// Paragraphs that are only parted by line breaks.
  static let lineBreaks = PageSample(
    name: "line breaks",
    page: """
      <html><head><meta name="dc.date" content="2027-08-30"></head><body><div id="menu"><a href="/">Start</a></div>
      <h1>Governor flees province</h1><div id="txt">The governor of the eastern province fled across the border on Thursday as
      rebels of the Dawn Army closed in on his palace, residents said.<br><br>
      The Dawn Army is allied with the river tribes,<br>whose elders once served the governor.<br /><br />
      It has taken nine towns in two weeks.</div></body></html>
      """,
    title: "Governor flees province", date: "2027-08-30", publisher: nil, url: nil,
    paragraphs: [
      "The governor of the eastern province fled across the border on Thursday as rebels of the Dawn Army closed in on his "
        + "palace, residents said.",
      "The Dawn Army is allied with the river tribes, whose elders once served the governor.",
      "It has taken nine towns in two weeks.",
    ])
}
