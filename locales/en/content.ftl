# What is wrong with a content file, and what to write instead. One message per code.

content-bad-date = The key “{ $key }” holds “{ $value }”, which is not a date. Write 2026, 2026-11 or 2026-11-21.
content-bad-id = “{ $id }” cannot be an address. Use lower-case letters without accents, digits and hyphens.
content-bad-language = “{ $value }” is not a language code ({ $key }). Write for example fr, nl or en.
content-bad-order-of-blocks = The four “##” headings are not in the expected order. Follow the schema of content/README.md.
content-bad-row = The row “{ $row }” is not right: { $what }. Compare it with the other rows of the table.
content-bad-source = The source “{ $value }” is unknown. Write document:line (for example 001:132-196) or add it to sources.toml.
content-bad-toml = This file cannot be read: { $reason }. Check quotes, brackets and commas at this place.
content-column-count = This row has { $found } values for { $expected } columns. Add what is missing, or "" where the source gives nothing.
content-duplicate-id = “{ $id }” exists already. Choose another id or remove the duplicate.
content-empty-text = The text “{ $key }” is empty in { $lang }. Write it, or leave this language out.
content-expired = This information holds until { $date }. Check it and move the date.
content-front-matter-missing = The file must begin with a block between two lines +++ with title and summary.
content-heading-level = A heading begins with one #. Begin headings with ##.
content-html = The HTML “{ $tag }” is not allowed. Write Markdown.
content-image-form = The image “{ $link }” does not come from this site. Put it into site/static and write its path, which begins with /.
content-image-missing = The image “{ $link }” does not exist. Put it into site/static or mend its name.
content-image-without-alt = This image has no alternative text. Write it between the brackets: ![text](image).
content-link-broken = The link “{ $link }” leads nowhere. Correct the address or create the page.
content-link-form = The link “{ $link }” does not have the right form. Write @/section/id for a page of the portal, or a whole address that begins with https://.
content-may-not-be-published = This value has mark { $mark } and may not be published. Set publish = false, or find its owner’s page.
content-missing-body = The { $lang } text of “{ $id }” is missing. Create the file { $lang }.md beside item.toml.
content-missing-key = The key “{ $key }” is missing. Add it.
content-missing-language = The text “{ $key }” is missing in { $lang }. Add the translation.
content-must-not-be-stored = The key “{ $key }” may not stand here, not even hidden. Remove it.
content-not-one-of = “{ $value }” is not allowed for “{ $key }”. Choose from: { $allowed }.
content-summary-too-long = The summary has { $length } characters. Shorten it to { $limit }.
content-template-syntax = The characters “{ $sign }” are not allowed in a text. Write it differently.
content-term-language = The text says “{ $found }”, but the glossary says “{ $expected }” here. Use that form.
content-text-has-control = The text “{ $key }” holds an invisible character. Delete it and type the word again.
content-unknown-area = “{ $value }” is the NIS code of no municipality.
content-unknown-key = The key “{ $key }” is unknown here. Correct its name or remove it.
content-unknown-reference = “{ $value }” does not exist ({ $kind }). Correct the name or create the item.
content-unreadable = This file cannot be read: { $reason }. Check its name and permissions.
content-wrong-type = The key “{ $key }” has the wrong form. Needed: { $expected }.
