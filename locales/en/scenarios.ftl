# The alert operator reads these in the back-office: the name of each scenario,
# when to use it, and the fields to fill in (content/scenarios.toml).

## Scenarios

scenario-gas-leak-name = Gas leak
scenario-gas-leak-hint = Gas escaping in a street or a building, with an area to leave. If people must stay indoors, use “Toxic smoke” or free text.
scenario-toxic-smoke-name = Toxic smoke
scenario-toxic-smoke-hint = Dangerous smoke or cloud that spreads: people must stay indoors.
scenario-fire-name = Fire
scenario-fire-hint = Large fire that people must keep away from. If smoke is the main danger, use “Toxic smoke”.
scenario-flood-name = Flood
scenario-flood-hint = High water, overflowing sewers or heavy rain that floods streets, cellars or tunnels.
scenario-storm-name = Storm
scenario-storm-hint = Strong wind, blowing or forecast. If only parks close, use “Parks closed”.
scenario-heat-name = Extreme heat
scenario-heat-hint = Period of heat that is dangerous to health.
scenario-cold-name = Extreme cold
scenario-cold-hint = Period of severe cold, snow or ice.
scenario-power-cut-name = Power cut
scenario-power-cut-hint = A lasting cut that affects several streets or a municipality.
scenario-water-not-drinkable-name = Tap water not safe to drink
scenario-water-not-drinkable-hint = The competent authority advises against drinking tap water.
scenario-emergency-numbers-outage-name = Emergency numbers out of order
scenario-emergency-numbers-outage-hint = Calls to 112 or 101 fail or get through badly. The advice works without those numbers.
scenario-demonstration-name = Demonstration
scenario-demonstration-hint = Planned or current demonstration that hampers travel. Stay neutral: no cause, organisation or opinion.
scenario-traffic-disruption-name = Traffic disruption
scenario-traffic-disruption-hint = Serious accident, closed tunnel, stopped metro or other major disruption.
scenario-suspicious-object-name = Suspicious object
scenario-suspicious-object-hint = Police cordon around a suspicious package or vehicle.
scenario-terrorist-threat-name = Terrorist threat
scenario-terrorist-threat-hint = Attack under way or specific threat confirmed by the competent authority. Never state where the police are.
scenario-missing-person-name = Missing person
scenario-missing-person-hint = Only when the police publish a notice and ask for it to be spread. Repeat only what the notice says; no name or health data in the fields.
scenario-park-closed-name = Parks closed
scenario-park-closed-hint = Closure of one or more parks, for example in strong wind.
scenario-avoid-area-name = Area to avoid
scenario-avoid-area-hint = Incident or operation whose nature is not yet known or cannot be given.
scenario-provincial-phase-name = Provincial crisis phase
scenario-provincial-phase-hint = The provincial phase is declared. Also send an alert for the hazard itself when there is concrete advice.
scenario-crisis-centre-activation-name = Regional crisis centre activated
scenario-crisis-centre-activation-hint = The regional crisis centre is activated and the authority wishes to say so. No action is expected of the public.
scenario-planned-event-name = Planned event
scenario-planned-event-hint = Festivity, summit, competition or other announced event that affects travel.
scenario-health-measure-name = Public health measure
scenario-health-measure-hint = Measure decided by a health authority. Add the measure itself, in plain words, in each language.
scenario-drill-name = Exercise
scenario-drill-hint = Exercise of the emergency services. The message carries the word “exercise” and reaches test subscribers only.
scenario-free-text-name = Free text
scenario-free-text-hint = No scenario fits. You write every text; French and Dutch are required.

## Fields

param-place-label = Place
param-place-help = Street, square, park or neighbourhood by its official name, in French and Dutch if it has two. At most 80 characters. It appears as typed in every language.
param-radius-label = Distance in metres
param-radius-help = Safety distance set by the emergency services, in metres, as a number. Leave empty if none is set.
param-from-label = Start
param-from-help = Expected date and time of the start. Leave empty if it applies from now.
param-until-label = Expected end
param-until-help = Expected date and time of the end or repair. Leave empty if not known: the text will say so.
param-since-label = Last seen
param-since-help = Date and time given in the police notice.
param-numbers-label = Numbers affected
param-numbers-help = Digits only, for example “112”. Leave empty if both 112 and 101 are affected.
param-people-label = People expected
param-people-help = Estimated number, in digits, without commas or spaces. Leave empty if unknown or not to be published.
param-name-label = Name of the event
param-name-help = Proper name of the event, at most 80 characters. It appears as typed in every language.
