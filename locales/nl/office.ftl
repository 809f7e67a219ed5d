# The back-office, as members of staff read it. Roles are in office-roles.ftl,
# scenarios in scenarios.ftl, values of CAP in vocabulary.ftl.

## Frame

office-name = safe.brussels · backoffice
office-skip = Naar de inhoud
office-demo = Demonstratie
office-nav = Navigatie
office-nav-alerts = Waarschuwingen
office-nav-compose = Nieuwe waarschuwing
office-nav-import = CAP-bestand importeren
office-nav-rehearsal = Oefeningen
office-nav-accounts = Accounts
office-nav-audit = Logboek
office-language = Taal
office-sign-out = Afmelden
office-back = Terug
office-pages = Pagina’s
office-breadcrumbs = U bent hier
office-optional = niet verplicht
office-never = nooit
office-wrong-title = Sommige gegevens moeten worden verbeterd

## Sign-in

office-sign-in-title = Aanmelden
office-sign-in-lede = Alleen voor bevoegde medewerkers. Elke aanmelding komt in het logboek.
office-email = E-mailadres
office-password = Wachtwoord
office-sign-in-next = Verder
office-sign-in-refused-title = Het aanmelden is niet gelukt
office-sign-in-refused = Het adres of het wachtwoord klopt niet, of er waren te veel pogingen. Kijk beide velden na. Wacht even na een paar pogingen: de pauze wordt bij elke fout langer.
office-code-title = Tweede stap
office-code = Code van zes cijfers
office-code-hint = Open uw authenticatie-app en neem de code over die u nu ziet. Elke code werkt één keer.
office-code-refused-title = Deze code wordt niet aanvaard
office-code-refused = Wacht op de volgende code en neem die over. Wacht even na een paar pogingen.
office-code-other = Een ander account gebruiken
office-demo-accounts = Met deze accounts kunt u het systeem uitproberen. In de echte dienst bestaan ze niet.
office-demo-password = Wachtwoord van al deze accounts:
office-demo-code = Code van dit testaccount op dit moment:
office-passkey-or = Met een toegangssleutel
office-passkey-or-hint = Uw telefoon, uw computer of uw beveiligingssleutel vervangt het wachtwoord en de code.
office-passkey-use = Een toegangssleutel gebruiken
office-passkey-failed = De toegangssleutel is niet aanvaard. Probeer opnieuw, of gebruik het wachtwoord en de code.

## Own account

office-account = Mijn account
office-roles = Rollen
office-passkeys = Toegangssleutels
office-passkeys-hint = Een toegangssleutel staat op uw telefoon, uw computer of een beveiligingssleutel. U meldt zich er in één keer mee aan. Voeg er minstens twee toe, op verschillende toestellen.
office-passkeys-none = U hebt nog geen toegangssleutel.
office-passkey-label = Naam van de sleutel
office-passkey-label-hint = Om hem te herkennen, bijvoorbeeld ‘Diensttelefoon’.
office-passkey-add = Een toegangssleutel toevoegen
office-passkey-made = Toegevoegd: { $when }
office-passkey-used = Laatst gebruikt: { $when }
office-passkey-remove = Verwijderen
office-password-change = Wachtwoord wijzigen
office-password-old = Huidig wachtwoord
office-password-new = Nieuw wachtwoord
office-password-hint = Minstens 12 tekens. Een paar woorden die niets met elkaar te maken hebben, zijn prima. Uw andere aanmeldingen worden afgesloten.

## Dashboard

office-dashboard = Waarschuwingen
office-new-alert = Nieuwe waarschuwing
office-waiting = Goed te keuren
office-waiting-none = Geen enkele waarschuwing wacht op uw goedkeuring.
office-active = Lopende waarschuwingen
office-active-none = Er loopt geen waarschuwing.
office-mine = Mijn ontwerpen
office-mine-none = U hebt geen ontwerp.
office-others = Ontwerpen van collega’s en andere systemen
office-ended = Onlangs beëindigd
office-no-headline = Zonder titel
office-delivery-short = { $accepted } van { $subscribers } telefoons verwittigd

## States

office-state-draft = Ontwerp
office-state-submitted = Goed te keuren
office-state-discarded = Verworpen
office-state-published = Loopt
office-state-superseded = Vervangen door een update
office-state-ended = Beëindigd
office-state-cancelled = Geannuleerd
office-state-expired = Verlopen

## Scenarios

office-scenarios-lede = Kies wat er gebeurt. De teksten staan klaar in alle talen: u vult alleen een paar velden in.
office-group-planned = Geplande evenementen en oefeningen
office-group-own = Uw eigen teksten

## Form

office-update-alert = Update van een waarschuwing
office-exercise-label = Oefening of test: het publiek ontvangt niets
office-status = Soort bericht
office-status-actual = Een echte waarschuwing, voor iedereen.
office-status-exercise = Alleen telefoons die voor oefeningen zijn ingeschreven, ontvangen het.
office-status-test = Een technische test. Alleen telefoons die voor oefeningen zijn ingeschreven, ontvangen hem.
office-what = Wat er gebeurt
office-where = Waar
office-where-hint = Kies gemeenten, politiezones of het hele Gewest. Op de kaart kunt u een gemeente aanklikken.
office-whole-zone = De hele zone { $zone }
office-map-title = Kaart van het Gewest
office-map-none = geen gemeente gekozen
office-draw = Een cirkel of een omtrek tekenen
office-draw-hint = De gemeenten die de tekening raakt, komen bij uw keuze.
office-circle = Cirkel { $number }
office-circle-lat = Breedtegraad
office-circle-lon = Lengtegraad
office-circle-radius = Straal in meter
office-polygons = Omtrek
office-polygons-hint = Eén hoek per regel: breedtegraad, dan lengtegraad, bijvoorbeeld 50.8467, 4.3525. De laatste hoek sluit aan op de eerste. Een lege regel scheidt twee omtrekken.
office-when = Wanneer
office-onset = Begin
office-onset-hint = Als de gebeurtenis later begint.
office-expires = Einde van de geldigheid
office-expires-hint =
    { $count ->
        [one] Laat u dit veld leeg: { $count } uur na de verzending.
       *[other] Laat u dit veld leeg: { $count } uur na de verzending.
    }
office-next = Volgende informatie
office-next-hint = Het moment waarop u opnieuw iets laat weten, ook als er geen nieuws is.
office-texts-own = Eigen teksten
office-texts-own-hint = Wat u hier schrijft, vervangt de tekst van het scenario, alleen in die taal. Laat leeg om de tekst van het scenario te behouden.
office-texts-free-hint = Frans en Nederlands zijn verplicht: minstens een titel en een richtlijn. Wie een andere taal koos, ontvangt het Engels als dat is ingevuld, anders het Frans.
office-text-event = Gebeurtenis, in enkele woorden
office-text-headline = Titel, één regel
office-text-instruction = Wat nu te doen
office-text-instruction-hint = Eén handeling per regel. De dringendste eerst.
office-text-description = Wat er gebeurt
office-details = Ernst en overheid
office-severity = Ernst
office-urgency = Dringendheid
office-certainty = Zekerheid
office-category = Categorieën
office-level = Niveau van crisisbeheer
office-as-scenario = Zoals het scenario: { $value }
office-authority = Overheid die waarschuwt
office-authority-hint = De overheid die besliste om de bevolking te waarschuwen.
office-authority-safe-brussels = safe.brussels
office-authority-high-official = Hoge ambtenaar
office-authority-minister-president = Minister-President
office-authority-mayor = Burgemeester van de betrokken gemeente
office-contact = Contactpunt voor de getroffenen
office-contact-hint = Het enige nummer of adres dat we meedelen, met de openingsuren. Een update vervangt het overal.
office-reference = Interne referentie
office-reference-hint = Bijvoorbeeld het nummer in ICMS. Ze wordt nooit gepubliceerd.
office-note = Opmerking
office-note-hint = De naam van de oefening, als het een oefening is. Deze opmerking staat in de open data.
office-save = Ontwerp bewaren
office-save-submit = Bewaren en goedkeuring vragen
office-preview-button = Voorbeeld
office-leave = Weggaan zonder bewaren
office-preview = Voorbeeld
office-preview-live = Voorbeeld terwijl u schrijft
office-preview-missing = Vul eerst de verplichte velden in: daarna verschijnt het voorbeeld van de teksten.
office-reach =
    { $count ->
        [one] Eén gemeente: { $areas }. Telefoons die worden verwittigd, volgens de huidige abonnementen: { $phones }.
       *[other] { $count } gemeenten: { $areas }. Telefoons die worden verwittigd, volgens de huidige abonnementen: { $phones }.
    }
office-reach-unknown =
    { $count ->
        [one] Eén gemeente: { $areas }. Het aantal telefoons is op deze machine niet bekend.
       *[other] { $count } gemeenten: { $areas }. Het aantal telefoons is op deze machine niet bekend.
    }
office-reach-none = Er is nog geen gemeente gekozen.
office-update-note = U bereidt een update voor. De huidige waarschuwing blijft zichtbaar tot iemand anders de update goedkeurt.
office-update-rewrite-note = U bereidt een update voor van een waarschuwing die uit een CAP-bericht komt: ze wordt overgenomen met uw teksten; elementen zonder veld in dit formulier gaan verloren. De huidige waarschuwing blijft zichtbaar tot iemand anders de update goedkeurt.
office-edit-submitted-note = Deze waarschuwing wacht op goedkeuring. Als u ze wijzigt, wordt ze opnieuw een ontwerp en wordt de tekst de uwe.
office-rewrite-note = Dit ontwerp komt uit een CAP-bericht. Bewaart u het hier, dan wordt het overgenomen met uw teksten; elementen zonder veld in dit formulier gaan verloren.
office-kept-note = Het ontwerp is bewaard. Er ontbreekt nog iets voor u goedkeuring kunt vragen.

## Alert

office-alert = Waarschuwing
office-texts = Verzonden teksten
office-push = De melding op een telefoon
office-push-hint = Dit zijn de titel en de tekst die de telefoon toont. De volledige tekst zit in het bericht: er is geen verbinding nodig om hem te lezen.
office-facts = Gegevens
office-scenario = Scenario
office-author = Tekst van
office-approver = Goedgekeurd door
office-published = Gepubliceerd
office-ended-at = Beëindigd
office-also-names = Noemt ook, blijft lopen
office-origin = Herkomst
office-source = Bron
office-identifier = CAP-identificatie
office-chain = Andere berichten van deze waarschuwing
office-steps = Verloop
office-nobody = Verwijderd account
office-public-page = De openbare pagina bekijken
office-own-approval = U hebt deze tekst geschreven, of u gaf de aanmelding aan wie hem schreef. Iemand anders moet hem goedkeuren.
office-not-ready = Deze waarschuwing is nog niet volledig
office-approve = Lezen en goedkeuren
office-submit = Goedkeuring vragen
office-edit = Wijzigen
office-update = Updaten
office-end = Einde waarschuwing
office-cancel = Waarschuwing annuleren
office-return = Terugsturen ter verbetering
office-discard = Verwerpen

## Steps, each with a page that asks first

office-ask-submit = Goedkeuring vragen?
office-ask-submit-explains = Iemand anders leest de tekst en beslist. Voordien wordt er niets verzonden.
office-ask-approve = Goedkeuren en publiceren?
office-ask-approve-explains = Lees de teksten hieronder. Zodra u goedkeurt, wordt de waarschuwing gepubliceerd en naar de telefoons gestuurd.
office-ask-return = Terugsturen ter verbetering?
office-ask-return-explains = De waarschuwing wordt opnieuw een ontwerp. Leg mondeling uit wat er moet veranderen.
office-ask-discard = Deze tekst verwerpen?
office-ask-discard-explains = De tekst verdwijnt uit de werklijsten. Hij blijft in het logboek.
office-ask-end = Het einde van de waarschuwing melden?
office-ask-end-explains = Iedereen die verwittigd was, ontvangt dit bericht. Het einde van de waarschuwing blijft één dag zichtbaar.
office-ask-cancel = Deze waarschuwing annuleren?
office-ask-cancel-explains = Te gebruiken als de waarschuwing per vergissing is verzonden. Iedereen die verwittigd was, ontvangt dit bericht. Wat nog niet weg is, wordt niet meer verzonden.
office-have-read = Ik heb de Franse en de Nederlandse tekst gelezen.
office-do-submit = Goedkeuring vragen
office-do-approve = Goedkeuren en publiceren
office-do-return = Terugsturen ter verbetering
office-do-discard = Verwerpen
office-do-end = Einde van de waarschuwing melden
office-do-cancel = Waarschuwing annuleren
office-done-saved = Het ontwerp is bewaard.
office-done-submitted = De goedkeuring is gevraagd. Verwittig wie goedkeurt.
office-done-submit = De goedkeuring is gevraagd. Verwittig wie goedkeurt.
office-done-approve = De waarschuwing is gepubliceerd. De verzending naar de telefoons is begonnen.
office-done-return = De waarschuwing is opnieuw een ontwerp.
office-done-discard = De tekst is verworpen.
office-done-end = Het einde van de waarschuwing is gepubliceerd.
office-done-cancel = De waarschuwing is geannuleerd.
office-done-password = Uw wachtwoord is gewijzigd. Uw andere aanmeldingen zijn afgesloten.
office-done-passkey-added = De toegangssleutel is toegevoegd.
office-done-passkey-removed = De toegangssleutel is verwijderd.
office-done-roles = De rollen zijn gewijzigd.
office-done-closed = Het account is afgesloten.
office-done-token-revoked = Het token is ingetrokken.

## Delivery

office-delivery = Verzending naar de telefoons
office-delivery-bar = Behandelde telefoons
office-delivery-nobody = Geen enkele telefoon is geabonneerd voor deze plaats en deze ernst.
office-delivery-going = { $done } van { $subscribers }, verzending bezig
office-delivery-finished = { $done } van { $subscribers }, verzending klaar
office-delivery-subscribers = Te verwittigen
office-delivery-accepted = Verwittigd
office-delivery-failed = Mislukt
office-delivery-forgotten = Uitgeschreven
office-delivery-doubted = Wordt nagegaan
office-delivery-pending = Nog te doen
office-delivery-origins = Per meldingsdienst
office-delivery-origin = Dienst
office-outlets = Via welke kanalen de waarschuwing is verzonden
office-outlet-pages = Pagina’s en open data
office-outlet-stream = Livestroom
office-outlet-push = Meldingen naar telefoons
office-outlet-not = Nog niet
office-outlet-shown = Zichtbaar ({ $at })
office-outlet-told = Bereikt: { $count } ({ $at })
office-delivery-more = De verzending volgen
office-to-alert = Terug naar de waarschuwing
office-follow = Rechtstreeks volgen
office-follow-stop = Stoppen met volgen
office-follow-hint = Deze pagina laadt om de twee seconden opnieuw, tot de verzending klaar is.

## Exercises

office-rehearsal = Oefeningen
office-rehearsal-lede = Een oefening of een test bereikt alleen de telefoons die hier zijn ingeschreven. Ze staat niet op het portaal en niet in de open data.
office-rehearsal-phone = Een telefoon inschrijven
office-rehearsal-step-1 = Open de pagina ‘Waarschuwingen ontvangen’ op de telefoon.
office-rehearsal-page = Pagina ‘Waarschuwingen ontvangen’
office-rehearsal-step-2 = Vul deze oefencode in.
office-rehearsal-code-hint = Geef hem alleen aan wie aan de oefening deelneemt.
office-rehearsal-step-3 = Kies de gemeenten en de taal.
office-rehearsal-step-3-hint = De telefoon ontvangt oefeningen en tests, maar geen echte waarschuwingen. Schrijf hem opnieuw in zonder code voor de echte waarschuwingen.
office-rehearsal-phones =
    { $count ->
        [0] Geen enkele telefoon is voor oefeningen ingeschreven.
        [one] { $count } telefoon is voor oefeningen ingeschreven.
       *[other] { $count } telefoons zijn voor oefeningen ingeschreven.
    }
office-rehearsal-begin = Een oefening voorbereiden
office-rehearsal-list = Oefeningen en tests
office-rehearsal-none = Er is op dit moment geen oefening.

## Import

office-import = CAP-bestand importeren
office-import-lede = Een CAP-bericht 1.2 of 1.1 van een ander systeem wordt een ontwerp. Er wordt niets gepubliceerd zonder de goedkeuring van iemand anders.
office-import-file = Bestand
office-import-file-hint = Een XML-bestand van hoogstens 10 MB.
office-import-text = Of plak de tekst van het bericht
office-import-lenient = Bekende gebreken aanvaarden
office-import-lenient-hint = Bijvoorbeeld elementen in de verkeerde volgorde. Elke verbetering wordt gemeld.
office-import-button = Nakijken en importeren
office-import-nothing = Kies een bestand of plak een tekst.
office-import-good = Het bericht is aanvaard
office-import-bad = Het bericht is geweigerd
office-import-known = Dit bericht is hier al: er komt geen nieuw ontwerp.
office-import-open = Het ontwerp openen
office-import-remarks = Opmerkingen
office-import-kind = Soort
office-import-line = Regel
office-import-element = Element
office-import-reason = Reden
office-import-error = Fout
office-import-warning = Ter info
office-signature-none = Handtekening: geen.
office-signature-valid = Handtekening: geldig.
office-signature-invalid = Handtekening: het bericht is gewijzigd of de handtekening is vals.
office-signature-untrusted = Handtekening: gemaakt met een certificaat dat hier niet wordt erkend.

## Accounts

office-accounts-all = Iedereen met een account
office-name-of = Naam
office-made = Aangemaakt
office-closed = Afgesloten: { $when }
office-account-add = Een account toevoegen
office-account-add-hint = Het eerste wachtwoord en het geheim van de tweede factor verschijnen één keer.
office-account-made = Het account is aangemaakt
office-account-made-hint = Bezorg deze gegevens op een veilige manier aan de persoon. Ze worden niet meer getoond.
office-secret = Geheim van de tweede factor
office-secret-address = Adres voor de authenticatie-app
office-roles-hint = Niemand keurt zijn eigen tekst goed, welke rollen hij of zij ook heeft.
office-roles-save = Rollen bewaren
office-account-is-closed = Dit account is afgesloten.
office-account-close = Account afsluiten
office-account-close-explains = De persoon kan zich niet meer aanmelden. Aanmeldingen, tokens en toegangssleutels vervallen meteen. De naam blijft in het logboek.
office-tokens = Tokens voor andere systemen
office-tokens-hint = Met een token handelt een ander systeem in naam van dit account, volgens dezelfde regels.
office-token-label = Naam van het systeem
office-token-label-hint = Bijvoorbeeld ‘Tool van het situatiecentrum’.
office-token-make = Een token maken
office-token-made = Token gemaakt
office-token-once = Kopieer het nu: het wordt niet meer getoond.
office-token-revoke = Intrekken
role-alert-author-hint = Schrijft waarschuwingen en stelt ze voor.
role-alert-approver-hint = Leest en publiceert waarschuwingen van anderen.
role-communications-hint = Campagnes, nieuws en inhoud van het portaal.
role-weapons-clerk-hint = Behandelt aanvragen, zonder te beslissen.
role-legal-hint = Kijkt beslissingen juridisch na.
role-high-official-hint = Beslist.
role-adviser-hint = Ziet alleen wat gevraagd wordt.
role-help-editor-hint = Houdt de hulpdiensten actueel.
role-help-listener-hint = Antwoordt in een hulpdienst.
role-administrator-hint = Beheert de accounts en leest het logboek.

## Audit

office-audit-lede = De handelingen van de laatste 24 uur. Elke regel hangt vast aan de vorige: een gewijzigde of gewiste regel valt op.
office-audit-csv = Exporteren als CSV
office-audit-verify = Het hele logboek nakijken
office-audit-whole =
    { $count ->
        [one] Het logboek is intact: { $count } regel nagekeken.
       *[other] Het logboek is intact: { $count } regels nagekeken.
    }
office-audit-broken = Het logboek is gewijzigd: regel { $seq } klopt niet. Verwittig meteen de verantwoordelijke voor de beveiliging.
office-audit-count =
    { $count ->
        [one] { $count } handeling
       *[other] { $count } handelingen
    }
office-audit-seq = Nummer
office-audit-when = Wanneer
office-audit-who = Wie
office-audit-what = Handeling
office-audit-on = Op
office-audit-more = Details
audit-alert-draft = Ontwerp gemaakt
audit-alert-revise = Tekst gewijzigd
audit-alert-submit = Goedkeuring gevraagd
audit-alert-approve = Goedgekeurd en gepubliceerd
audit-alert-return = Teruggestuurd ter verbetering
audit-alert-discard = Verworpen
audit-alert-end = Einde waarschuwing
audit-alert-cancel = Geannuleerd
audit-alert-expire = Verlopen
audit-session-begin = Aangemeld
audit-session-end = Afgemeld
audit-session-refused = Poging tot aanmelden geweigerd
audit-account-add = Account aangemaakt
audit-account-roles = Rollen gewijzigd
audit-account-close = Account afgesloten
audit-account-password = Wachtwoord gewijzigd
audit-passkey-add = Toegangssleutel toegevoegd
audit-passkey-remove = Toegangssleutel verwijderd
audit-token-make = Token gemaakt
audit-token-revoke = Token ingetrokken
audit-audit-export = Logboek geëxporteerd

## Rules and faults of these pages

rule-too-many-passkeys = U hebt al tien toegangssleutels. Verwijder er een voor u een andere toevoegt.
rule-own-account = U kunt uw eigen account niet afsluiten. Vraag het aan iemand anders die de accounts beheert.
fault-passkey = De toegangssleutel is niet aanvaard. Probeer opnieuw, of gebruik het wachtwoord en de code.
fault-number = Schrijf een getal, bijvoorbeeld 50.8467.
fault-circle-incomplete = Een cirkel heeft een breedtegraad, een lengtegraad en een straal nodig. Vul de drie velden in of maak ze leeg.
fault-polygon-line = Regel { $line } is geen leesbare hoek. Schrijf de breedtegraad en dan de lengtegraad, bijvoorbeeld 50.8467, 4.3525.
fault-drill-actual = Dit scenario dient alleen voor oefeningen. Kies ‘{ status-exercise }’ of ‘{ status-test }’.
fault-not-read = Lees de twee teksten en vink daarna het vakje aan.
fault-password-wrong = Dit is niet uw huidige wachtwoord. Probeer opnieuw.
fault-password-weak = Kies een nieuw wachtwoord van minstens { $fewest } tekens, anders dan het oude.
fault-address = Schrijf een volledig e-mailadres, bijvoorbeeld voornaam.naam@safe.brussels.
fault-address-taken = Er bestaat al een account met dit adres.
fault-role-missing = Kies minstens één rol.
fault-role-own = U kunt de rol ‘{ role-administrator }’ niet van uzelf wegnemen. Vraag het aan iemand anders die de accounts beheert.
rule-other-territory = Deze waarschuwing gaat ook over een plaats waarvoor u niet bevoegd bent. De gewestelijke dienst kan dit doen.
fault-other-territory = Deze waarschuwing gaat ook over een plaats waarvoor u niet bevoegd bent. De gewestelijke dienst kan dit doen.
