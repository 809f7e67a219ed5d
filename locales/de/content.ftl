# Was an einer Inhaltsdatei falsch ist und was stattdessen zu schreiben ist. Eine Meldung je Code.

content-bad-date = Der Schlüssel „{ $key }“ enthält „{ $value }“; das ist kein Datum. Schreiben Sie 2026, 2026-11 oder 2026-11-21.
content-bad-id = „{ $id }“ kann keine Adresse sein. Verwenden Sie Kleinbuchstaben ohne Akzente, Ziffern und Bindestriche.
content-bad-language = „{ $value }“ ist kein Sprachkürzel ({ $key }). Schreiben Sie zum Beispiel fr, nl oder en.
content-bad-order-of-blocks = Die vier Überschriften mit „##“ stehen nicht in der erwarteten Reihenfolge. Folgen Sie dem Schema in content/README.md.
content-bad-row = Die Zeile „{ $row }“ stimmt nicht: { $what }. Vergleichen Sie sie mit den anderen Zeilen der Tabelle.
content-bad-source = Die Quelle „{ $value }“ ist unbekannt. Schreiben Sie Dokument:Zeile (zum Beispiel 001:132-196) oder tragen Sie sie in sources.toml ein.
content-bad-toml = Diese Datei ist nicht lesbar: { $reason }. Prüfen Sie an dieser Stelle Anführungszeichen, Klammern und Kommas.
content-column-count = Diese Zeile hat { $found } Werte für { $expected } Spalten. Ergänzen Sie, was fehlt, oder "", wo die Quelle nichts angibt.
content-duplicate-id = „{ $id }“ gibt es schon. Wählen Sie einen anderen Namen oder entfernen Sie das Doppelte.
content-empty-text = Der Text „{ $key }“ ist auf { $lang } leer. Schreiben Sie ihn oder lassen Sie diese Sprache weg.
content-expired = Diese Angabe gilt bis { $date }. Prüfen Sie sie und setzen Sie ein neues Datum.
content-front-matter-missing = Die Datei muss mit einem Block zwischen zwei Zeilen +++ beginnen, mit title und summary.
content-heading-level = Eine Überschrift beginnt mit einem #. Beginnen Sie Überschriften mit ##.
content-html = Das HTML „{ $tag }“ ist nicht erlaubt. Schreiben Sie Markdown.
content-image-form = Das Bild „{ $link }“ kommt nicht von dieser Website. Legen Sie es in site/static ab und schreiben Sie seinen Pfad, der mit / beginnt.
content-image-missing = Das Bild „{ $link }“ gibt es nicht. Legen Sie es in site/static ab oder berichtigen Sie den Namen.
content-image-without-alt = Dieses Bild hat keinen Alternativtext. Schreiben Sie ihn zwischen die Klammern: ![Text](Bild).
content-link-broken = Der Link „{ $link }“ führt ins Leere. Berichtigen Sie die Adresse oder legen Sie die Seite an.
content-link-form = Der Link „{ $link }“ hat nicht die richtige Form. Schreiben Sie @/bereich/id für eine Seite des Portals oder eine vollständige Adresse, die mit https:// beginnt.
content-may-not-be-published = Dieser Wert trägt das Zeichen { $mark } und darf nicht veröffentlicht werden. Setzen Sie publish = false oder suchen Sie die Seite des Trägers.
content-missing-body = Der Text von „{ $id }“ auf { $lang } fehlt. Legen Sie die Datei { $lang }.md neben item.toml an.
content-missing-key = Der Schlüssel „{ $key }“ fehlt. Ergänzen Sie ihn.
content-missing-language = Der Text „{ $key }“ fehlt auf { $lang }. Ergänzen Sie die Übersetzung.
content-must-not-be-stored = Der Schlüssel „{ $key }“ darf hier nicht stehen, auch nicht verborgen. Entfernen Sie ihn.
content-not-one-of = „{ $value }“ ist für „{ $key }“ nicht erlaubt. Wählen Sie aus: { $allowed }.
content-summary-too-long = Die Zusammenfassung hat { $length } Zeichen. Kürzen Sie sie auf { $limit }.
content-template-syntax = Die Zeichen „{ $sign }“ sind in einem Text nicht erlaubt. Schreiben Sie es anders.
content-term-language = Der Text sagt „{ $found }“, das Glossar hier aber „{ $expected }“. Übernehmen Sie diese Form.
content-text-has-control = Der Text „{ $key }“ enthält ein unsichtbares Zeichen. Löschen Sie es und tippen Sie das Wort neu.
content-unknown-area = „{ $value }“ ist der NIS-Code keiner Gemeinde.
content-unknown-key = Der Schlüssel „{ $key }“ ist hier unbekannt. Berichtigen Sie den Namen oder entfernen Sie ihn.
content-unknown-reference = „{ $value }“ gibt es nicht ({ $kind }). Berichtigen Sie den Namen oder legen Sie den Eintrag an.
content-unreadable = Diese Datei ist nicht lesbar: { $reason }. Prüfen Sie Namen und Rechte.
content-wrong-type = Der Schlüssel „{ $key }“ hat die falsche Form. Nötig ist: { $expected }.
