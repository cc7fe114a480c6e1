// pdfmake 0.3.11 ships no types, and its own `createPdf` writes "tagged" files without a structure tree. These are the parts
// that lay out pages and the document that writes them; the report draws the pages itself and tags what it draws.
declare module "pdfmake/js/PDFDocument.js" {
  const module: { readonly default?: unknown };
  export default module;
}
declare module "pdfmake/js/LayoutBuilder.js" {
  const module: { readonly default?: unknown };
  export default module;
}
declare module "pdfmake/js/Line.js" {
  const module: { readonly default?: unknown };
  export default module;
}
declare module "pdfmake/fonts/Roboto.js" {
  const fonts: { readonly Roboto: Readonly<Record<string, string>> };
  export default fonts;
}
