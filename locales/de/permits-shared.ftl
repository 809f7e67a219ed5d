# Pages of a file that somebody else than its applicant reads, by a mandate: each stands for the text without `-shared`.

permits-file-sent-shared = Die Akte ist gesendet
permits-file-reference-shared = Aktenzeichen
permits-held-open-shared = Die Erlaubnis ansehen
permits-what-you-sent-shared = Was gesendet wurde
permits-your-documents-shared = Dokumente
permits-your-answers-shared = Antworten
permits-who-looked-shared = Wer die Akte eingesehen hat
permits-consents-shared = Einverständnis der Erwachsenen an der angegebenen Adresse
permits-harmful-shared = { $count ->
    [one] Wir haben ein Dokument aus dieser Akte entfernt
   *[other] Wir haben { $count } Dokumente aus dieser Akte entfernt
}
permits-harmful-text-shared = Unser Virenscanner fand ein Schadprogramm. Wenn der Dienst ein Dokument noch braucht, fragt er danach. Prüfen Sie das Gerät, von dem es kommt, bevor Sie etwas anderes senden.
permits-document-notice-answer-shared = Anlage zur Antwort
permits-state-missing-items-shared = Wir warten auf Unterlagen
permits-next-submitted-shared = Der Waffendienst prüft, ob die Akte vollständig ist. Wenn etwas fehlt, schreibt er es hier.
permits-next-completeness-shared = Der Dienst prüft die Dokumente und Antworten. Im Moment ist nichts zu tun.
permits-next-missing-items-shared = Die Akte geht weiter, sobald der Dienst eine Antwort hat.
permits-next-answered-shared = Der Dienst liest die Antwort. Im Moment ist nichts weiter zu tun.
permits-next-overdue-shared = Die Entscheidungsfrist ist abgelaufen. Ein Widerspruch ist möglich, und der Dienst kann noch entscheiden.
permits-next-notice-over-shared = Der Dienst prüft die Akte weiter. Im Moment ist nichts zu tun.
permits-next-granted-shared = Der Antrag ist bewilligt. Wie es weitergeht, steht unter „Meine Erlaubnisse“.
permits-next-granted-conditions-shared = Der Antrag ist bewilligt. Lesen Sie die Bedingungen genau. Wie es weitergeht, steht unter „Meine Erlaubnisse“.
permits-next-refused-shared = Der Antrag ist abgelehnt. In der Entscheidung steht, warum und wie sie angefochten werden kann.
permits-next-inadmissible-shared = Der Antrag konnte nicht inhaltlich geprüft werden. In der Entscheidung steht, warum und wie sie angefochten werden kann.
permits-next-withdrawn-shared = Dieser Antrag wurde zurückgezogen. Der Dienst verfolgt ihn nicht weiter.
permits-next-appealed-shared = Der Widerspruch ist vermerkt. Solange es keine Antwort gibt, gilt die Entscheidung weiter. Hier ist im Moment nichts zu tun.
permits-next-appeal-minister-shared = Der Minister hat den Widerspruch abgewiesen. Unten steht der letzte Tag, um vor den Staatsrat zu gehen.
permits-next-appeal-council-of-state-shared = Der Staatsrat hat die Klage abgewiesen. Die Entscheidung ist endgültig.
permits-next-reversed-shared = Der Widerspruch hatte Erfolg: Die Entscheidung ist aufgehoben. Der Dienst nimmt die Akte wieder auf, um neu zu entscheiden. Im Moment ist nichts zu tun.
permits-next-recorded-shared = Der Dienst hat die Antwort zur Kenntnis genommen. Es ist nichts mehr zu tun.
permits-next-control-not-in-order-shared = Der Dienst hat Fragen zur Erlaubnis. Nichts ist entschieden: Eine Antwort ist vor jeder Entscheidung möglich. Das Weitere steht in der Akte der Erlaubnis.
permits-notice-answered-at-shared = Antwort gesendet am { $date }. Sie kann noch ergänzt werden.
permits-notice-answered-on-shared = Antwort gesendet am { $date }.
permits-notice-answered-until-shared = Antwort gesendet am { $date }. Sie kann bis einschließlich { $until } noch ergänzt werden.
permits-notice-your-answer-shared = Antwort
permits-event-items-asked-shared = Der Dienst bittet um Unterlagen oder Auskünfte
permits-event-notice-sent-shared = Der Dienst teilt mit, was er erwägt, und wartet auf eine Stellungnahme
permits-event-issued-shared = Die Entscheidung ist in der Akte
permits-event-appeal-lodged-shared = Der Widerspruch ist vermerkt
permits-event-appeal-minister-confirmed-shared = Entscheidung des Ministers vom { $date }: Der Widerspruch ist abgewiesen
permits-event-appeal-minister-reversed-shared = Entscheidung des Ministers vom { $date }: Dem Widerspruch ist stattgegeben
permits-event-appeal-council-of-state-confirmed-shared = Urteil des Staatsrats vom { $date }: Die Klage ist abgewiesen
permits-event-appeal-council-of-state-reversed-shared = Urteil des Staatsrats vom { $date }: Der Klage ist stattgegeben
permits-event-examination-opened-shared = Der Dienst prüft die Erlaubnis erneut
permits-event-examination-closed-shared = Die Erlaubnis bleibt gültig
permits-event-notice-answered-shared = Die Antwort ist angekommen
permits-payment-frozen-shared = Der Betrag gilt für den { $date }, den Tag des Antrags.
