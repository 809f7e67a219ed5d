### Weapons permits: words of the applicant’s pages. Questions and documents are in content/permits.

## Days, times, amounts

permits-time = { $hour }.{ $minute } uur
permits-money = € { $euro },{ $cents }
permits-size-mb = { $size } MB
permits-size-kb = { $size } kB
permits-day = Dag
permits-month = Maand
permits-year = Jaar

## Around every page

permits-signed-in-as = Aangemeld: { $name }
permits-title-error = Fout: { $title }
permits-back-to-file = Terug naar het dossier
permits-choose = Kies
permits-save-row = Bewaren
permits-cancel = Annuleren
permits-nothing-said = Geen antwoord
permits-no-document = Nog geen document
permits-tasks-done = { $done } van de { $count } taken klaar
permits-if-applicable = indien nodig

## Signing in

permits-sign-in-lede = Uw aanvraag bevat persoonsgegevens. U meldt zich aan met uw officiële identiteit en de site bewaart geen wachtwoord.
permits-sign-in-invited = Er is een vraag voor u persoonlijk. Meld u aan met uw officiële identiteit om ze te lezen en te beantwoorden: niemand anders kan dat in uw plaats doen. De site bewaart geen wachtwoord.
permits-sign-in-none = Aanmelden met een officiële identiteit is hier nog niet mogelijk.
permits-demo-title = Demonstratie
permits-demo-text = Deze personen bestaan niet. Kies er een om het formulier te proberen. Vul geen echte gegevens in.

## What was just done

permits-note-ended = Uw sessie is afgelopen. Na het aanmelden komt u op dezelfde pagina terug. Wat u had verstuurd, is bewaard.
permits-note-first = Meld u eerst aan. Daarna komt u op de pagina die u gekozen hebt.
permits-note-left = U bent afgemeld. Uw werk is bewaard.
permits-note-again = Het aanmelden duurde te lang of komt uit een andere browser. Probeer opnieuw.
permits-note-cancelled = Het aanmelden werd onderbroken. U kunt opnieuw beginnen.
permits-note-refused = Het aanmelden kon niet worden gecontroleerd. Probeer opnieuw, met uw eID of itsme.
permits-note-saved = Het is bewaard.
permits-note-uploaded = Het bestand is toegevoegd.
permits-note-removed = Het bestand is verwijderd.
permits-note-erased = Het ontwerp en de documenten zijn gewist.
permits-note-withdrawn = Uw dossier is ingetrokken. De dienst behandelt het niet verder.
permits-note-already-sent = Dit dossier is al verstuurd. Er is niets twee keer gebeurd.
permits-note-other-tab = Dit dossier is in een ander tabblad gewijzigd. Dit is de laatste versie. Wat u net schreef, heeft niets vervangen: neem het zo nodig over.
permits-note-answered = Uw antwoord is bewaard. De dienst leest het.
permits-note-appealed = Er is al een beroep genoteerd. U hoeft geen brief meer voor te bereiden.

## Files of a person

permits-no-files = U hebt nog geen dossier.
permits-for-company = Voor { $company }, met een mandaat
permits-whoever-began = Wie met het dossier is begonnen
permits-about-whoever-began = Deze vragen gaan over de persoon die met het dossier is begonnen, niet over u.
permits-changed-at = Laatste wijziging: { $date }
permits-report-change = Een wijziging melden
permits-resume-anywhere = Uw antwoorden worden per pagina bewaard. U kunt later verdergaan, op een ander toestel.
permits-file-language = Taal van het dossier
permits-file-title = Dossier { $reference }
permits-task-too-old = Te oud
permits-task-optional = Als u het hebt
permits-state-recorded = Geregistreerd
permits-state-control-not-in-order = De dienst heeft vragen
permits-state-erased = Gewist
permits-erase-draft = Dit ontwerp wissen
permits-erase-draft-text = Uw antwoorden en documenten worden meteen gewist. Dit kan niet ongedaan worden gemaakt.
permits-withdraw = Mijn aanvraag intrekken
permits-withdraw-text = De dienst stopt het onderzoek van dit dossier. De retributie wordt niet terugbetaald. Het dossier wordt tijdens de hele bewaartermijn bewaard.

permits-what-you-sent = Wat u hebt verstuurd
permits-your-documents = Uw documenten
permits-document-notice-answer = Bijlage bij uw antwoord
permits-harmful = { $count ->
    [one] We hebben een van uw documenten verwijderd
   *[other] We hebben { $count } van uw documenten verwijderd
}
permits-harmful-text = Onze virusscanner vond een schadelijk programma. Heeft de dienst een document nog nodig, dan vraagt hij het u. Kijk uw toestel na voor u iets anders verstuurt.
permits-consents-private = Elke persoon antwoordt vrij. Alleen de dienst ziet de antwoorden.
permits-consents-answered = Ontvangen antwoorden: { $answered } van { $asked }.
permits-looks-count = { $count ->
    [one] { $count } keer bekeken
   *[other] { $count } keer bekeken
}

## What happens next, by state of the file

permits-owes = De retributie moet nog betaald worden.
permits-next-submitted = De wapendienst gaat na of uw dossier volledig is. U krijgt een bericht als er iets ontbreekt.
permits-next-completeness = De dienst kijkt uw documenten en antwoorden na. U hoeft nu niets te doen.
permits-next-missing-items = Uw dossier gaat verder zodra u de dienst antwoordt.
permits-next-advice = De dienst wacht op de gevraagde adviezen. U hoeft nu niets te doen.
permits-next-notice = Lees wat de dienst overweegt. U kunt antwoorden met uw argumenten en uw stukken.
permits-next-answered = De dienst leest uw antwoord. U hoeft nu niets anders te doen.
permits-next-notice-over = De dienst onderzoekt uw dossier verder. U hoeft nu niets te doen.
permits-next-drafting = De dienst bereidt de beslissing voor. U hoeft nu niets te doen.
permits-next-overdue = De beslissingstermijn is verstreken. U kunt beroep instellen of wachten: de dienst kan nog beslissen.
permits-next-overdue-long = De beslissingstermijn is verstreken. De dienst kan nog beslissen. Lees hieronder hoe het met het beroep staat.
permits-next-granted = Uw aanvraag is aanvaard. Het vervolg vindt u bij uw vergunningen.
permits-next-granted-conditions = Uw aanvraag is aanvaard. Lees de voorwaarden goed. Het vervolg vindt u bij uw vergunningen.
permits-next-refused = Uw aanvraag is geweigerd. In de beslissing leest u waarom, en hoe u ze kunt aanvechten.
permits-next-inadmissible = Uw aanvraag kon niet ten gronde worden onderzocht. In de beslissing leest u waarom, en hoe u ze kunt aanvechten.
permits-next-withdrawn = U hebt deze aanvraag ingetrokken. De dienst behandelt ze niet verder.
permits-next-appealed = Uw beroep is genoteerd. Zolang er geen antwoord is, blijft de beslissing gelden. U hoeft hier nu niets te doen.
permits-next-appeal-minister = De minister heeft uw beroep verworpen. Hieronder leest u tot wanneer u nog naar de Raad van State kunt.
permits-next-appeal-council-of-state = De Raad van State heeft uw beroep verworpen. De beslissing is definitief.
permits-next-reversed = Uw beroep is gelukt: de beslissing is vernietigd. De dienst neemt uw dossier weer op om een nieuwe beslissing te nemen. U hoeft nu niets te doen.

## Parts of an address

permits-address-street = Straat
permits-address-number = Nummer
permits-address-box = Bus (facultatief)
permits-address-postcode = Postcode
permits-address-municipality = Gemeente
permits-add-row = Toevoegen: { $what }
permits-add-wanted-weapon = Een wapen toevoegen
permits-add-held-weapon = Een wapen toevoegen
permits-add-cohabitant = Een persoon toevoegen
permits-add-officer = Een persoon toevoegen
permits-row-title = { $what } – nummer { $number }
permits-row-numbered = { $number }. { $row }

## Checking and sending

permits-error-cohabitant-self = Geef iemand anders op: u geeft geen akkoord voor uw eigen aanvraag
permits-error-cohabitant-twice = Deze persoon staat al in de lijst. Dragen twee personen dezelfde naam en zijn ze op dezelfde dag geboren, schrijf dan al hun voornamen
permits-error-cohabitant-unnamed = Schrijf de naam van deze persoon in letters. Heeft deze persoon maar één naam, vul die dan hier in
permits-error-company-fixed = Alleen wie dit dossier begon, kan de vennootschap wijzigen. Het vorige antwoord staat hier opnieuw
permits-error-file-choose-again = Kies het bestand opnieuw, nadat u de datum hebt verbeterd
permits-send-explained = Na het versturen krijgt u een dossiernummer. U kunt uw antwoorden dan niet meer zelf wijzigen.
permits-your-answers = Uw antwoorden
permits-history = Verloop
permits-service = Wapendienst
permits-event-received = Dossier ontvangen
permits-event-suspended = De termijn is geschorst
permits-event-resumed = De termijn loopt opnieuw
permits-event-extended = De termijn is verlengd
permits-event-withdrawn = Aanvraag ingetrokken
permits-event-decided = Beslissing genomen
permits-purpose-handling = de behandeling van het dossier
permits-purpose-advice = een advies
permits-purpose-legal-check = de juridische controle
permits-purpose-decision = de beslissing
permits-purpose-payment = de betaling
permits-purpose-mandate = het vervolg van het dossier
permits-purpose-document = het lezen van een document
permits-look-weapons-clerk = iemand van de wapendienst
permits-look-legal = een jurist van de dienst
permits-look-high-official = wie beslist (de hoge ambtenaar)
permits-look-adviser = een overheid die om advies is gevraagd (politie, parket of gemeente)
permits-look-mandated = iemand met een mandaat van de vennootschap

## Payment

permits-payment-payee = Begunstigde
permits-payment-account-unconfirmed = Het rekeningnummer moet door de wapendienst worden bevestigd. Wacht op die bevestiging voor u betaalt.
permits-payment-later = U hoeft nu niets te betalen. Het betalingsverzoek komt in dit dossier.
permits-payment-waived = U hoeft deze retributie niet te betalen. U hoeft niets te doen.

## Cohabitants

permits-consents = Akkoord van de meerderjarigen op uw adres
permits-consent-question = Iemand die op hetzelfde adres woont als u, vroeg bij de wapendienst een vergunning om een wapen te bezitten of te bewaren. De wet vraagt uw akkoord.
permits-consent-your-answer = Uw antwoord
permits-consent-choose = Kies een antwoord
permits-consent-send = Mijn antwoord versturen
permits-consent-paper-how = U kunt ook op papier antwoorden: de dienst controleert dan uw handtekening.

## What the office asks

permits-notice-missing-items = De dienst vraagt stukken, tot en met { $date }
permits-notice-before-adverse = U kunt reageren vóór de beslissing, tot en met { $date }
permits-notice-sent-missing-items = Wat de dienst op { $date } heeft gevraagd
permits-notice-sent-before-adverse = Wat de dienst op { $date } vóór de beslissing schreef
permits-notice-your-answer = Uw antwoord
permits-notice-until = U kunt antwoorden tot en met { $date }.
permits-notice-send = Mijn antwoord versturen
permits-notice-empty = Schrijf een antwoord of voeg een bestand toe
permits-notice-most = Hoogstens { $max } tekens. Een langere tekst kunt u als pdf toevoegen.
permits-notice-too-long = Uw tekst telt { $length } tekens. Beperk hem tot { $max }, of voeg hem toe als pdf
permits-notice-answered-at = U hebt geantwoord op { $date }. U kunt nog aanvullen.
permits-notice-answered-on = U hebt geantwoord op { $date }.
permits-notice-answered-until = U hebt geantwoord op { $date }. U kunt nog aanvullen tot en met { $until }.
permits-notice-arrived = Antwoord ontvangen
permits-notice-closed = U kunt niet meer antwoorden.
permits-notice-closed-tag = U kunt niet meer antwoorden
permits-notice-papers = Ontvangen bestanden
permits-notice-unsent = Uw bestanden zijn aangekomen, maar uw antwoord is nog niet verstuurd. Kies ‘Mijn antwoord versturen’ om af te ronden.

## Permits that were granted

permits-acquired-weapon = Welk wapen hebt u verworven?
permits-acquired-weapon-missing = Kies het wapen dat u hebt verworven
permits-acquired-on = Datum van verwerving
permits-acquired-on-missing = Vul de datum van verwerving in
permits-acquired = Verworven op
permits-acquire-until = Te verwerven uiterlijk op
permits-acquired-outside = Deze datum valt buiten de termijn van de vergunning
permits-acquisition = Verwerving
permits-acquisition-missed = Geen verwerving bekend bij het einde van de termijn, op { $date }: de vergunning geldt niet meer voor dit wapen
permits-acquisition-end = Einde van de termijn om te verwerven
permits-acquisition-given-up = Delen ongebruikt teruggegeven
permits-serial = Serienummer
permits-serial-missing = Vul het serienummer in
permits-serial-several = De vergunning heeft dezelfde delen voor al haar wapens: noteer het nummer van elk wapen, met een schuine streep tussen de nummers.
permits-part-with-holder = Bij u
permits-part-sent = De wapendienst stuurt het u toe
permits-part-with-authority = Bij de wapendienst
permits-part-to-return = Terug te sturen naar de wapendienst
permits-part-to-return-after = Komt na de verwerving terug bij de wapendienst, verstuurd door de wapenhandelaar of door de verkoper
permits-part-to-return-sold = Komt terug bij de wapendienst, verstuurd door de wapenhandelaar of door de verkoper
permits-part-lost = Verloren

permits-control-waits = De dienst nodigt u uit voor een controle van deze vergunning. Antwoord uiterlijk op { $date }.
permits-control-answer = De controle beantwoorden
permits-renew = De hernieuwing aanvragen

## Rules

rule-permit-other-tab = Dit dossier is in een ander tabblad gewijzigd. Laad de pagina opnieuw.
rule-permit-sent = Dit dossier is verstuurd: het kan hier niet meer worden gewijzigd.
rule-permit-drafts = U hebt te veel ontwerpen. Wis er een en begin opnieuw.
rule-permit-rows = U kunt geen regel meer toevoegen.
rule-permit-ended = Dit dossier is al afgelopen.
rule-permit-acquired-already = De verwerving van dit wapen is al genoteerd, of dat kan niet meer. Open uw vergunning opnieuw vanuit uw lijst om te zien hoe het ermee staat.
rule-permit-kept = Dit dossier moet bewaard blijven.
rule-permit-scan = Dit bestand wordt nog gecontroleerd. Probeer het over enkele minuten opnieuw.
rule-permit-consent = Deze uitnodiging is voor iemand anders bestemd.
rule-permit-consent-done = Er is al een antwoord geregistreerd.
rule-permit-consent-not-given = Hier is geen akkoord dat nog kan worden ingetrokken.
rule-permit-notice-over = De termijn om te antwoorden is voorbij.
fault-permit-missing = Er ontbreekt nog iets in het dossier.

permits-paper-dated = document van { $date }
permits-add-answer = Aanvullen
permits-other-tab-typed = Deze pagina is in een ander tabblad gewijzigd. Wat u net schreef, staat hieronder nog, maar is niet opgeslagen. Sla het op als u het wilt houden. In het andere tabblad stond:
permits-other-tab-nothing = Daar is niets opgeslagen.
permits-typed-waits = Uw sessie was afgelopen voordat dit kon worden opgeslagen. Wat u had geschreven, staat hieronder nog: kijk het na en sla het op.
