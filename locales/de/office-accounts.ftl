# Accounts: what one administrator asks and another one confirms.

office-requests = Wartet auf eine zweite Person
office-requests-hint = Manche Rollen geben das letzte Wort oder die Macht, es zu vergeben. Deshalb bestätigt eine zweite Person, die Konten verwaltet, den Antrag. Klären Sie zuerst mit der betroffenen Person, ob der Antrag stimmt.
office-requests-nobody = Sie verwalten die Konten allein: Niemand kann Ihre Anträge bestätigen. Das technische Team kann mit dem Befehl „safe staff add“ ein zweites Konto anlegen.
office-roles-second = Diese Rollen werden erst vergeben, wenn eine zweite Person, die Konten verwaltet, sie bestätigt: { $roles }.
office-requests-waiting =
    { $count ->
        [one] Ein Antrag für ein Konto wartet auf Ihre Bestätigung.
       *[other] { $count } Anträge für Konten warten auf Ihre Bestätigung.
    }
office-request-new = Neues Konto
office-request-roles = Andere Rollen
office-request-sign-in = Neuer Zugang
office-request-roles-are = Beantragte Rollen: { $roles }
office-request-asked = Beantragt von { $who }, { $when }
office-request-mine = Eine andere Person, die Konten verwaltet, muss bestätigen.
office-request-own = Dieser Antrag betrifft Ihr eigenes Konto: Eine andere Person muss ihn bestätigen.
office-request-confirm = Bestätigen
office-request-refuse = Ablehnen
office-request-withdraw = Antrag zurückziehen
office-account-asked = Der Antrag ist gestellt
office-account-asked-hint = Eine andere Person, die Konten verwaltet, muss ihn bestätigen. Sie erhält das Geheimnis des zweiten Faktors. Geben Sie das Passwort auf sicherem Weg an die betroffene Person weiter. Es wird nicht noch einmal angezeigt.
office-account-confirmed = Der Antrag ist bestätigt
office-account-confirmed-hint = Die Person meldet sich mit dem Passwort, das sie von der antragstellenden Person erhält, und mit diesem neuen zweiten Faktor an. Geben Sie dieses Geheimnis selbst auf sicherem Weg weiter. Es wird nicht noch einmal angezeigt.
office-sign-in-new = Neuen Zugang geben
office-sign-in-new-explains = Für eine Person, die ihr Passwort oder ihr Telefon verloren hat. Sie erhält ein neues Passwort und einen neuen zweiten Faktor. Offene Sitzungen, Token und Passkeys enden.
office-sign-in-new-waits = Eine andere Person, die Konten verwaltet, muss zuerst bestätigen. Bis dahin ändert sich für die Person nichts.
office-sign-in-made = Der neue Zugang ist bereit
office-done-asked = Der Antrag ist gestellt. Eine andere Person, die Konten verwaltet, muss ihn bestätigen.
office-done-confirmed = Der Antrag ist bestätigt. Die Rollen sind geändert.
office-done-request-ended = Der Antrag ist geschlossen. Es hat sich nichts geändert.
rule-second-administrator = Dieser Antrag kommt von Ihnen oder betrifft Sie. Eine andere Person, die Konten verwaltet, muss ihn bestätigen.
rule-account-request-waits = Für dieses Konto wartet schon ein Antrag. Er muss zuerst bestätigt, abgelehnt oder zurückgezogen werden.
rule-account-request-answered = Dieser Antrag ist schon beantwortet. Laden Sie die Seite neu.
rule-account-request-orphan = Wer diesen Antrag gestellt hat, verwaltet keine Konten mehr. Lehnen Sie ihn ab und stellen Sie einen neuen.
rule-account-request-keys = Dieser Antrag bringt kein neues Passwort mit. Lehnen Sie ihn ab und stellen Sie einen neuen.
rule-sign-in-fresh = Melden Sie sich zuerst neu an, um einen Passkey hinzuzufügen: Das ist 15 Minuten lang nach einer Anmeldung möglich.
rule-token-of-decider = Eines der beiden Konten, Ihres oder dieses, hat eine Rolle, die zwei Personen gemeinsam vergeben: Die Person muss ein Token auf ihren Namen selbst anlegen.

audit-account-ask = Antrag für ein Konto
audit-account-confirm = Antrag für ein Konto bestätigt
audit-account-refuse = Antrag für ein Konto abgelehnt
audit-account-withdraw = Antrag für ein Konto zurückgezogen
audit-account-sign-in = Neuer Zugang vergeben
audit-detail-asked = Antrag
audit-detail-asked-by = beantragt von
audit-detail-before = vorher
audit-detail-way = über
audit-value-machine = die Befehlszeile des Servers
audit-value-new = neues Konto
audit-value-roles = andere Rollen
audit-value-sign-in = neuer Zugang
