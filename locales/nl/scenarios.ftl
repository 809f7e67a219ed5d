# The alert operator reads these in the back-office: the name of each scenario,
# when to use it, and the fields to fill in (content/scenarios.toml).

## Scenarios

scenario-gas-leak-name = Gaslek
scenario-gas-leak-hint = Gas dat ontsnapt op straat of in een gebouw, met een perimeter die men moet verlaten. Moet men binnen blijven, neem dan ‘Giftige rook’ of de vrije tekst.
scenario-toxic-smoke-name = Giftige rook
scenario-toxic-smoke-hint = Gevaarlijke rook of wolk die zich verplaatst: de mensen moeten binnen blijven.
scenario-fire-name = Brand
scenario-fire-hint = Grote brand waarvan men weg moet blijven. Is de rook het grootste gevaar, neem dan ‘Giftige rook’.
scenario-flood-name = Overstroming
scenario-flood-hint = Hoog water, overlopende riolen of hevige regen waardoor straten, kelders of tunnels onder water lopen.
scenario-storm-name = Storm
scenario-storm-hint = Hevige wind die al waait of wordt verwacht. Sluiten alleen de parken, neem dan ‘Parken gesloten’.
scenario-heat-name = Grote hitte
scenario-heat-hint = Periode van hitte die gevaarlijk is voor de gezondheid.
scenario-cold-name = Strenge koude
scenario-cold-hint = Periode van strenge koude, sneeuw of ijzel.
scenario-power-cut-name = Stroompanne
scenario-power-cut-hint = Langere onderbreking die verschillende straten of een gemeente treft.
scenario-water-not-drinkable-name = Kraanwater niet drinkbaar
scenario-water-not-drinkable-hint = De bevoegde overheid raadt af om kraanwater te drinken.
scenario-emergency-numbers-outage-name = Storing van de noodnummers
scenario-emergency-numbers-outage-hint = Oproepen naar 112 of 101 komen niet of slecht aan. De richtlijnen werken zonder die nummers.
scenario-demonstration-name = Betoging
scenario-demonstration-hint = Geplande of lopende betoging die verplaatsingen hindert. Blijf neutraal: geen doel, organisatie of mening.
scenario-traffic-disruption-name = Verkeershinder
scenario-traffic-disruption-hint = Zwaar ongeval, gesloten tunnel, stilgelegde metro of andere grote hinder.
scenario-suspicious-object-name = Verdacht voorwerp
scenario-suspicious-object-hint = Politieperimeter rond een verdacht pakket of voertuig.
scenario-terrorist-threat-name = Terroristische dreiging
scenario-terrorist-threat-hint = Lopende aanval of concrete dreiging, bevestigd door de bevoegde overheid. Vermeld nooit waar de politie staat.
scenario-missing-person-name = Vermiste persoon
scenario-missing-person-hint = Alleen als de politie een opsporingsbericht publiceert en vraagt om het te verspreiden. Neem alleen over wat in het bericht staat; geen naam of gezondheidsgegevens in de velden.
scenario-park-closed-name = Parken gesloten
scenario-park-closed-hint = Sluiting van een of meer parken, bijvoorbeeld bij hevige wind.
scenario-avoid-area-name = Te vermijden gebied
scenario-avoid-area-hint = Incident of interventie waarvan de aard nog niet bekend is of niet mag worden meegedeeld.
scenario-provincial-phase-name = Provinciale crisisfase
scenario-provincial-phase-hint = Afkondiging van de provinciale fase. Stuur ook een waarschuwing voor het gevaar zelf als er een concrete richtlijn is.
scenario-crisis-centre-activation-name = Gewestelijk crisiscentrum geactiveerd
scenario-crisis-centre-activation-hint = Het gewestelijk crisiscentrum is geactiveerd en de overheid wil dat meedelen. Van het publiek wordt niets verwacht.
scenario-planned-event-name = Gepland evenement
scenario-planned-event-hint = Feest, top, wedstrijd of ander aangekondigd evenement met gevolgen voor verplaatsingen.
scenario-health-measure-name = Gezondheidsmaatregel
scenario-health-measure-hint = Maatregel van een gezondheidsoverheid. Voeg de maatregel zelf toe, in duidelijke taal en in elke taal.
scenario-drill-name = Oefening
scenario-drill-hint = Oefening van de hulpdiensten. Het bericht draagt het woord ‘oefening’ en bereikt alleen testabonnees.
scenario-free-text-name = Vrije tekst
scenario-free-text-hint = Geen enkel scenario past. U schrijft alle teksten; Nederlands en Frans zijn verplicht.

## Fields

param-place-label = Plaats
param-place-help = Straat, plein, park of wijk met de officiële naam, in het Nederlands en het Frans als er twee zijn. Hoogstens 80 tekens. De naam verschijnt zo in alle talen.
param-radius-label = Afstand in meter
param-radius-help = Veiligheidsafstand die de hulpdiensten bepalen, in meter, in cijfers. Laat leeg als hij niet is bepaald.
param-from-label = Begin
param-from-help = Verwachte begindatum en -uur. Laat leeg als het vanaf nu geldt.
param-until-label = Verwacht einde
param-until-help = Verwachte datum en uur van het einde of herstel. Laat leeg als u ze niet kent: de tekst zegt dat dan.
param-since-label = Laatst gezien
param-since-help = Datum en uur uit het bericht van de politie.
param-numbers-label = Getroffen nummers
param-numbers-help = Alleen de cijfers, bijvoorbeeld ‘112’. Laat leeg als 112 en 101 allebei getroffen zijn.
param-people-label = Verwachte personen
param-people-help = Geschat aantal, in cijfers, zonder punt of spatie. Laat leeg als het niet bekend is of niet mag worden gepubliceerd.
param-name-label = Naam van het evenement
param-name-help = Eigennaam van het evenement, hoogstens 80 tekens. De naam verschijnt zo in alle talen.
