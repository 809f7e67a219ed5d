# Accounts: what one administrator asks and another one confirms.

office-requests = Wacht op een tweede persoon
office-requests-hint = Sommige rollen geven het laatste woord, of de macht om dat aan iemand te geven. Daarom bevestigt een tweede persoon die de accounts beheert de aanvraag. Ga eerst bij de betrokken persoon na of de aanvraag klopt.
office-requests-nobody = U bent de enige die de accounts beheert: niemand kan uw aanvragen bevestigen. Het technische team kan een tweede account aanmaken met het commando ‘safe staff add’.
office-roles-second = Deze rollen worden pas gegeven als een tweede persoon die de accounts beheert dat bevestigt: { $roles }.
office-requests-waiting =
    { $count ->
        [one] Eén aanvraag voor een account wacht op uw bevestiging.
       *[other] { $count } aanvragen voor accounts wachten op uw bevestiging.
    }
office-request-new = Nieuw account
office-request-roles = Andere rollen
office-request-sign-in = Nieuwe aanmelding
office-request-roles-are = Gevraagde rollen: { $roles }
office-request-asked = Gevraagd door { $who }, { $when }
office-request-mine = Iemand anders die de accounts beheert, moet dit bevestigen.
office-request-own = Deze aanvraag gaat over uw eigen account: iemand anders moet ze bevestigen.
office-request-confirm = Bevestigen
office-request-refuse = Weigeren
office-request-withdraw = De aanvraag intrekken
office-account-asked = De aanvraag is gedaan
office-account-asked-hint = Iemand anders die de accounts beheert, moet ze bevestigen. Die persoon krijgt het geheim van de tweede factor. Bezorg het wachtwoord op een veilige manier aan de betrokken persoon. Het wordt niet meer getoond.
office-account-confirmed = De aanvraag is bevestigd
office-account-confirmed-hint = De persoon meldt zich aan met het wachtwoord van wie de aanvraag deed en met deze nieuwe tweede factor. Bezorg dit geheim zelf, op een veilige manier. Het wordt niet meer getoond.
office-sign-in-new = Een nieuwe aanmelding geven
office-sign-in-new-explains = Voor iemand die het wachtwoord of de telefoon kwijt is. De persoon krijgt een nieuw wachtwoord en een nieuwe tweede factor. Open aanmeldingen, tokens en toegangssleutels vervallen.
office-sign-in-new-waits = Iemand anders die de accounts beheert, moet dit eerst bevestigen. Tot dan verandert er niets voor de persoon.
office-sign-in-made = De nieuwe aanmelding is klaar
office-done-asked = De aanvraag is gedaan. Iemand anders die de accounts beheert, moet ze bevestigen.
office-done-confirmed = De aanvraag is bevestigd. De rollen zijn gewijzigd.
office-done-request-ended = De aanvraag is afgesloten. Er is niets veranderd.
rule-second-administrator = Deze aanvraag komt van u of gaat over u. Iemand anders die de accounts beheert, moet ze bevestigen.
rule-account-request-waits = Voor dit account wacht al een aanvraag. Die moet eerst worden bevestigd, geweigerd of ingetrokken.
rule-account-request-answered = Deze aanvraag is al beantwoord. Laad de pagina opnieuw.
rule-account-request-orphan = De persoon die dit vroeg, beheert de accounts niet meer. Weiger de aanvraag en doe een nieuwe.
rule-account-request-keys = Deze aanvraag brengt geen nieuw wachtwoord mee. Weiger de aanvraag en doe een nieuwe.
rule-sign-in-fresh = Meld u eerst opnieuw aan om een toegangssleutel toe te voegen: dat kan tot 15 minuten na een aanmelding.
rule-token-of-decider = Een van beide accounts, het uwe of dit, heeft een rol die twee personen samen geven: de persoon moet zelf een token op eigen naam maken.

audit-account-ask = Aanvraag voor een account
audit-account-confirm = Aanvraag voor een account bevestigd
audit-account-refuse = Aanvraag voor een account geweigerd
audit-account-withdraw = Aanvraag voor een account ingetrokken
audit-account-sign-in = Nieuwe aanmelding gegeven
audit-detail-asked = aanvraag
audit-detail-asked-by = gevraagd door
audit-detail-before = voordien
audit-detail-way = via
audit-value-machine = de opdrachtregel van de server
audit-value-new = nieuw account
audit-value-roles = andere rollen
audit-value-sign-in = nieuwe aanmelding
