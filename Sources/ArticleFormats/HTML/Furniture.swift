/// What on a page is not its article, by the names that designers give and the words that editors use.
enum Furniture {
  /// Furniture wherever they stand in a name.
  private static let labels: Set<String> = [
    "ad", "ads", "adslot", "advert", "advertisement", "advertising", "authorbio", "banner", "breadcrumb",
    "breadcrumbs",
    "byline", "caption", "ccpa", "comment", "commentlist", "comments", "commenting", "consent", "cookie",
    "cookies",
    "copyright", "disclaimer", "disqus", "flyout", "footer", "gallery", "gdpr", "infobox", "latestnews",
    "masthead", "menu",
    "modal", "mostpopular", "mostread", "nav", "navbar", "navigation", "newsletter", "onetrust", "outbrain",
    "overlay",
    "pager", "pagination", "popup", "printfooter", "promo", "promotion", "pullquote", "readmore", "recirc",
    "recirculation",
    "recommended", "recommendations", "related", "relatedarticles", "relatedposts", "respond", "share",
    "sharing",
    "sharedaddy", "sidebar", "signup", "sponsor", "sponsored", "subscribe", "taboola", "taglist", "teaser",
    "toolbar",
    "trending",
  ]

  /// Furniture only as whole names; as parts of others they may name the page's layout.
  private static let wholeLabels: Set<String> = [
    "aside", "author-bio", "author-box", "author-info", "credit", "embed", "entry-meta", "latest-news",
    "login", "meta",
    "more-stories", "most-popular", "most-read", "partner", "paywall", "popular", "post-meta", "post-tags",
    "read-more",
    "skip", "social", "social-links", "subscription", "tag", "tags", "toc", "widget", "wp-caption-text",
  ]

  private static let names: Set<String> = [
    "aside", "footer", "form", "header", "nav", "table", "address", "menu",
  ]

  private static let roles: Set<String> = [
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
    "navigation", "search",
    "toolbar",
  ]

  /// - Parameter parent: the element around it.
  static func isFurniture(_ element: PageElement, in parent: PageElement?) -> Bool {
    switch element.name {
    case "body", "html", "main": return false
    // That of an article may hold its first paragraph.
    case "header" where parent.map(isArticle) ?? false: break
    case _ where names.contains(element.name): return true
    default: break
    }
    return roles.contains(element.role) || element.labels.contain(labels)
      || element.labels.names.contains(where: wholeLabels.contains)
  }

  /// What readers or the law say, however long.
  static func isReaders(_ element: PageElement) -> Bool {
    element.labels.contain(readers)
  }

  private static let readers: Set<String> = [
    "comment", "comments", "commentlist", "commenting", "disqus", "respond", "cookie", "cookies", "consent",
    "gdpr",
    "onetrust",
  ]

  /// Whether an element says that it is the article.
  static func isArticle(_ element: PageElement) -> Bool {
    element.name == "article" || element.name == "main" || element.role == "main" || element.role == "article"
      || element.property == "articlebody" || element.labels.names.contains(where: articleLabels.contains)
  }

  private static let articleLabels: Set<String> = [
    "article", "article-body", "article-main", "article-page", "article-wrapper", "article-content",
    "article-text", "articlebody", "articlecontent", "articletext",
    "body-content", "entry-content", "main-content", "maincontent", "news-body", "news-text", "post-body",
    "post-content",
    "story", "story-body", "story-content", "story-text", "storybody", "storytext",
  ]

  /// Whether a block in the midst of an article only leads elsewhere.
  static func isFurniture(_ text: String, words: Int, linkDensity: Double) -> Bool {
    if linkDensity > 0.5 { return true }
    guard words <= 30 else { return false }
    let line = text.lowercased().drop { !($0.isLetter || $0.isNumber || $0 == "©") }
    if openings.contains(where: { line.hasPrefix($0) }) { return true }
    if words <= 4, wholeLines.contains(line.trimmingEnd()) { return true }
    return phrases.contains { line.contains($0) }
  }

  private static let openings = [
    "read more", "read also", "also read", "read next", "read:", "see also", "see more", "related:",
    "related stories",
    "related articles", "related topics", "more on this", "more on:", "more from", "sign up", "subscribe",
    "follow us",
    "share this", "share on", "share via", "advertisement", "click here", "watch:", "watch live", "listen:",
    "photo:",
    "photos:", "photograph:", "image:", "image source", "image caption", "file photo", "video:", "© ",
    "copyright ©",
    "all rights reserved", "continue reading", "recommended", "most read", "most popular", "trending",
    "skip to", "topics:",
    "tags:", "filed under", "posted in", "download our app", "join our", "keep reading",
    "story continues below",
    "you may also like", "you might also like", "last updated", "published:", "updated:",
    "this article was updated",
    "log in", "print this", "leave a comment", "leave a reply", "getty images", "support our",
  ]

  private static let wholeLines: Set<String> = [
    "share", "save", "print", "email", "facebook", "twitter", "whatsapp", "telegram", "copy link", "comments",
    "more",
    "loading", "loading…", "reuters", "afp", "ap", "play", "pause", "close", "menu", "search", "live",
    "breaking",
    "analysis", "opinion", "news", "world", "next", "previous", "top", "home",
  ]

  private static let phrases = [
    "uses cookies", "use cookies", "use of cookies", "cookie policy", "accept cookies", "privacy policy",
    "appeared first on", "our newsletter", "does not support the video", "enable javascript", "terms of use",
    "terms and conditions", "min read", "minutes read", "minute read", "(photo by", "[photo:", "photo credit",
  ]
}

extension Substring {
  fileprivate func trimmingEnd() -> String {
    var result = self
    while let last = result.last, last.isWhitespace || last == ":" || last == "." { result.removeLast() }
    return String(result)
  }
}
