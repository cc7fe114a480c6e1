import type { Review } from "../model/review.ts";
import type { Audience } from "../report/views/audience.ts";
import type { Format } from "./check-options.ts";

/** One rendering and the ending of its file. The one page for procurement has an ending of its own, so that both can lie in one folder. */
export async function renderReview(
  review: Review,
  format: Format,
  audience: Audience,
): Promise<{ ending: string; content: string | Uint8Array }> {
  const ending = audience === "procurement" ? `summary.${format}` : format;
  switch (format) {
    case "html": {
      const { renderHtml, renderSummaryHtml } = await import("../report/render-html.ts");
      return { ending, content: audience === "procurement" ? renderSummaryHtml(review) : renderHtml(review) };
    }
    case "pdf": {
      const { renderReportPdf } = await import("../report/pdf/render-report-pdf.ts");
      return { ending, content: await renderReportPdf(review, audience) };
    }
    case "docx": {
      const { renderReportDocx } = await import("../report/docx/render-report-docx.ts");
      return { ending, content: await renderReportDocx(review, audience) };
    }
    case "md": {
      const { renderReportMarkdown } = await import("../report/markdown/render-report-markdown.ts");
      return { ending, content: renderReportMarkdown(review, audience) };
    }
    case "xlsx": {
      const { renderReportXlsx } = await import("../report/sheets/report-sheets.ts");
      return { ending: "xlsx", content: await renderReportXlsx(review) };
    }
    case "csv": {
      const { renderReportCsv } = await import("../report/sheets/report-sheets.ts");
      return { ending: "csv", content: renderReportCsv(review) };
    }
    case "sarif": {
      const { renderSarif } = await import("../report/sarif/render-sarif.ts");
      return { ending: "sarif", content: renderSarif(review) };
    }
    case "json": {
      const { renderJson } = await import("../report/render-json.ts");
      return { ending: "json", content: renderJson(review) };
    }
    default:
      return format satisfies never;
  }
}
