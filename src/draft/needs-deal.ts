/** Words of a deal, and schedules filled from one: a clause that names them states facts that no contract check can know. */
const DEAL_WORDS =
  /\{\{\s*(?:schedule\b|deal\.|(?:services|nature|purpose|data_types|data_subjects|special_categories|locations|access_locations|location_list|supplier_layers|customer_layers|governing_law)\s*\}\})/;

/** Whether the source of a clause, or of a line of one, states facts of a deal. */
export function needsDeal(source: string): boolean {
  return DEAL_WORDS.test(source);
}
