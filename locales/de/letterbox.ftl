# Boxes that people write into: questions during a crisis, words of condolence.

letterbox-now = Fragenkästen und Bücher
letterbox-archive = Archiv
letterbox-question = Fragenkasten
letterbox-condolence = Kondolenzbuch
letterbox-ask = Eine Frage stellen
letterbox-write = Ein paar Worte schreiben
letterbox-personal = Schreiben Sie hier nichts über eine persönliche Situation und keinen Namen: Niemand könnte Ihnen antworten.
letterbox-your-question = Ihre Frage
letterbox-your-words = Ihre Worte
letterbox-hint = Höchstens 600 Zeichen, ohne Link oder Adresse. Nach Ihrem Namen wird nicht gefragt.
letterbox-leave-empty = Lassen Sie dieses Feld leer
letterbox-keep = Eine Person liest jede Nachricht. Sie wird nach { $count -> 
    [one] { $count } Tag
   *[other] { $count } Tagen
} gelöscht, außer wenn sie in einem Buch erscheint.
letterbox-send = Senden
letterbox-closed = Diese Seite nimmt keine Nachrichten mehr an.
letterbox-answers = Antworten
letterbox-messages = Nachrichten
letterbox-no-answers = Es gibt noch keine öffentliche Antwort.
letterbox-no-messages = Es gibt noch keine Nachricht.
letterbox-earlier = Ältere Nachrichten
letterbox-thanks = Danke
letterbox-thanks-question = Eine Person liest Ihre Frage. Kommt sie oft vor, erscheint die Antwort auf der Seite des Kastens.
letterbox-thanks-words = Eine Person liest Ihre Worte. Sie erscheinen auf der Seite des Buches, wenn sie angenommen sind.
letterbox-thanks-personal = Haben Sie über eine persönliche Situation geschrieben? Wir können nicht darauf antworten und löschen die Nachricht. Diese Dienste können helfen:
letterbox-back = Zurück zur Seite
fault-letterbox-words = Schreiben Sie höchstens 600 Zeichen, ohne unsichtbare Zeichen.
fault-letterbox-links = Entfernen Sie Links und E-Mail-Adressen.
rule-letterbox-not-open = Diese Seite nimmt keine Nachrichten mehr an.
