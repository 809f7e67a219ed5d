# Pages of a file that somebody else than its applicant reads, by a mandate: each stands for the text without `-shared`.

permits-file-sent-shared = Het dossier is verstuurd
permits-file-reference-shared = Dossiernummer
permits-held-open-shared = De vergunning bekijken
permits-what-you-sent-shared = Wat verstuurd is
permits-your-documents-shared = Documenten
permits-your-answers-shared = Antwoorden
permits-who-looked-shared = Wie heeft het dossier bekeken
permits-consents-shared = Akkoord van de meerderjarigen op het opgegeven adres
permits-harmful-shared = { $count ->
    [one] We hebben een document uit dit dossier verwijderd
   *[other] We hebben { $count } documenten uit dit dossier verwijderd
}
permits-harmful-text-shared = Onze virusscanner vond een schadelijk programma. Heeft de dienst een document nog nodig, dan vraagt hij het. Kijk het toestel na waar het vandaan komt voor u iets anders verstuurt.
permits-document-notice-answer-shared = Bijlage bij het antwoord
permits-state-missing-items-shared = Wij wachten op documenten
permits-next-submitted-shared = De wapendienst gaat na of het dossier volledig is. Ontbreekt er iets, dan schrijft hij dat hier.
permits-next-completeness-shared = De dienst kijkt de documenten en antwoorden na. Er hoeft nu niets te gebeuren.
permits-next-missing-items-shared = Het dossier gaat verder zodra de dienst een antwoord heeft.
permits-next-answered-shared = De dienst leest het antwoord. Er hoeft nu niets anders te gebeuren.
permits-next-overdue-shared = De beslissingstermijn is verstreken. Beroep is mogelijk, en de dienst kan nog beslissen.
permits-next-notice-over-shared = De dienst onderzoekt het dossier verder. Er hoeft nu niets te gebeuren.
permits-next-granted-shared = De aanvraag is aanvaard. Het vervolg staat onder ‘Mijn vergunningen’.
permits-next-granted-conditions-shared = De aanvraag is aanvaard. Lees de voorwaarden goed. Het vervolg staat onder ‘Mijn vergunningen’.
permits-next-refused-shared = De aanvraag is geweigerd. In de beslissing staat waarom, en hoe ze kan worden aangevochten.
permits-next-inadmissible-shared = De aanvraag kon niet ten gronde worden onderzocht. In de beslissing staat waarom, en hoe ze kan worden aangevochten.
permits-next-withdrawn-shared = Deze aanvraag is ingetrokken. De dienst behandelt ze niet verder.
permits-next-appealed-shared = Het beroep is genoteerd. Zolang er geen antwoord is, blijft de beslissing gelden. Er hoeft hier nu niets te gebeuren.
permits-next-appeal-minister-shared = De minister heeft het beroep verworpen. Hieronder staat de laatste dag om nog naar de Raad van State te gaan.
permits-next-appeal-council-of-state-shared = De Raad van State heeft het beroep verworpen. De beslissing is definitief.
permits-next-reversed-shared = Het beroep is gelukt: de beslissing is vernietigd. De dienst neemt het dossier weer op om een nieuwe beslissing te nemen. Er hoeft nu niets te gebeuren.
permits-next-recorded-shared = De dienst heeft nota genomen van het antwoord. Er hoeft niets meer te gebeuren.
permits-next-control-not-in-order-shared = De dienst heeft vragen over de vergunning. Er is niets beslist: antwoorden kan vóór elke beslissing. Het vervolg staat in het dossier van de vergunning.
permits-notice-answered-at-shared = Antwoord verstuurd op { $date }. Het kan nog worden aangevuld.
permits-notice-answered-on-shared = Antwoord verstuurd op { $date }.
permits-notice-answered-until-shared = Antwoord verstuurd op { $date }. Het kan nog worden aangevuld tot en met { $until }.
permits-notice-your-answer-shared = Antwoord
permits-event-items-asked-shared = De dienst vraagt stukken of uitleg
permits-event-notice-sent-shared = De dienst schrijft wat hij overweegt en wacht op een reactie
permits-event-issued-shared = De beslissing staat in het dossier
permits-event-appeal-lodged-shared = Het beroep is genoteerd
permits-event-appeal-minister-confirmed-shared = Beslissing van de minister van { $date }: het beroep is verworpen
permits-event-appeal-minister-reversed-shared = Beslissing van de minister van { $date }: het beroep is ingewilligd
permits-event-appeal-council-of-state-confirmed-shared = Arrest van de Raad van State van { $date }: het beroep is verworpen
permits-event-appeal-council-of-state-reversed-shared = Arrest van de Raad van State van { $date }: het beroep is ingewilligd
permits-event-examination-opened-shared = De dienst onderzoekt de vergunning opnieuw
permits-event-examination-closed-shared = De vergunning blijft geldig
permits-event-notice-answered-shared = Het antwoord is aangekomen
permits-payment-frozen-shared = Het bedrag is dat van { $date }, de dag van de aanvraag.
