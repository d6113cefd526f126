#ifndef ALLIANCE_CLIBXML2_SHIM_H
#define ALLIANCE_CLIBXML2_SHIM_H

// Without this, the headers pull in those of ICU, which clash with the ones Foundation brings along.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/// The first thing that was wrong with a text, on which line (0: nothing was), and how deep elements may nest.
typedef struct {
  int line;
  char message[160];
  int deepest;
  int is_cut;
} alliance_xml_report;

// The signature of the handler differs between versions of libxml2.
#if LIBXML_VERSION >= 21200
typedef const xmlError *alliance_xml_error;
#else
typedef xmlErrorPtr alliance_xml_error;
#endif

static void alliance_xml_note(void *context, alliance_xml_error error) {
  xmlParserCtxtPtr parser = (xmlParserCtxtPtr)context;
  alliance_xml_report *report = parser ? (alliance_xml_report *)parser->_private : NULL;
  if (!report || report->line || !error || error->level < XML_ERR_ERROR) return;
  report->line = error->line > 0 ? error->line : 1;
  if (error->message) strncpy(report->message, error->message, sizeof report->message - 1);
}

/// Opens an element, and ends the document before one that nests too deep: unlimited depth would make the time for
/// closing tags without a beginning grow with the square of the text.
static void alliance_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  htmlParserCtxtPtr parser = (htmlParserCtxtPtr)context;
  alliance_xml_report *report = (alliance_xml_report *)parser->_private;
  if (parser->nodeNr >= report->deepest) {
    report->is_cut = 1;
    xmlStopParser(parser);
    return;
  }
  xmlSAX2StartElement(context, name, attributes);
}

/// Parses a page in UTF-8, however malformed; NULL where nothing can be made of it. The caller frees the document.
static inline xmlDocPtr alliance_html_read(const char *bytes, int count, alliance_xml_report *report) {
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!parser) return NULL;
  parser->_private = report;
  parser->sax->startElement = alliance_html_start;
  xmlDocPtr document = htmlCtxtReadMemory(
      parser, bytes, count, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC
          | HTML_PARSE_COMPACT);
  htmlFreeParserCtxt(parser);
  return document;
}

/// Parses XML as far as it goes, without DTDs, entities or the network. The caller frees the document.
///
/// - encoding: NULL to believe what the text declares.
static inline xmlDocPtr alliance_xml_read(
    const char *bytes, int count, const char *encoding, alliance_xml_report *report) {
  xmlParserCtxtPtr parser = xmlNewParserCtxt();
  if (!parser) return NULL;
  parser->_private = report;
  parser->sax->serror = alliance_xml_note;
  xmlDocPtr document = xmlCtxtReadMemory(
      parser, bytes, count, NULL, encoding,
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
  xmlFreeParserCtxt(parser);
  return document;
}

/// The character that HTML knows by a name such as "nbsp"; 0 where it knows none.
static inline unsigned int alliance_html_entity(const xmlChar *name) {
  const htmlEntityDesc *entity = htmlEntityLookup(name);
  return entity ? entity->value : 0;
}

#endif
