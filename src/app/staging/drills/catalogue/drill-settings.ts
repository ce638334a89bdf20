/** The settings that drills give accounts, and no application has: whatever is called so is from a drill. */
export const drillSetting = {
  theme: 'drill_theme',
  newsletter: 'drill_newsletter',
  language: 'drill_language',
  mistake: 'drill_mistake',
} as const;

const names: ReadonlySet<string> = new Set(Object.values(drillSetting));

export const isOfDrill = (setting: string): boolean => names.has(setting);
