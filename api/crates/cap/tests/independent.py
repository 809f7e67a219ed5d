"""Compares this crate with lxml, signxml and capvalidator.

1. What `emit` writes fits the schema, signed or not.
2. What it signs verifies elsewhere, and no longer does once altered.
3. What signxml signs verifies here, for every canonical form and key.
4. Both sides agree which messages fit the schema: on every fixture, and on
   thousands of damaged ones.

Usage: independent.py FOLDER_OF_EXAMPLES WORK_FOLDER
"""

import copy
import datetime
import json
import pathlib
import random
import shutil
import subprocess
import sys
from importlib.resources import files

from capvalidator import check_schema, check_signature
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from lxml import etree
from signxml import (
    CanonicalizationMethod,
    SignatureMethod,
    XMLSigner,
    XMLVerifier,
)
from signxml.exceptions import InvalidDigest, InvalidSignature

CAP = "urn:oasis:names:tc:emergency:cap:1.2"
FIXTURES = pathlib.Path(__file__).parent / "fixtures"
EXAMPLES, WORK = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
DAMAGED = 4000

# The schema has `info` before signatures; libxml2 lets it come after them too.
UNLIKE = {"element-order.signature.xml"}

checks = 0


def expect(condition, message):
    """Stops with the message when the condition does not hold."""
    global checks
    checks += 1
    if not condition:
        sys.exit(f"FAILED: {message}")


def make_key(name, key):
    """Writes a key and a certificate that vouches for itself."""
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = certificate.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (WORK / f"{name}.pem").write_bytes(pem)
    (WORK / f"{name}.key").write_bytes(private)
    return private, pem


def judge(paths, trust=None):
    """What this crate makes of each file."""
    verdicts = []
    paths = [str(path) for path in paths]
    for start in range(0, len(paths), 500):
        command = [str(EXAMPLES / "judge")]
        if trust:
            command += ["--trust", str(trust)]
        done = subprocess.run(
            command + paths[start : start + 500], check=True, capture_output=True
        )
        verdicts += [json.loads(line) for line in done.stdout.splitlines()]
    return verdicts


def emitted():
    """Messages of many kinds, as this crate writes them."""
    folder = WORK / "emitted"
    command = [str(EXAMPLES / "emit"), str(folder)]
    for name in ("rsa", "ecdsa"):
        command += [str(WORK / f"{name}.key"), str(WORK / f"{name}.pem"), name]
    subprocess.run(command, check=True)
    return sorted(folder.glob("*.xml"))


def check_emitted(paths, certificates):
    """What this crate writes and signs holds elsewhere."""
    expect(len(paths) >= 40, "too few messages were written")
    for path in paths:
        content = path.read_bytes()
        verdict = check_schema(content)
        expect(verdict.passed, f"{path.name}: {verdict.message}")
        name = path.name.split(".")[1]
        if name not in certificates:
            continue
        verdict = check_signature(content)
        expect(verdict.passed, f"{path.name}: {verdict.message}")
        pem = certificates[name].decode()
        XMLVerifier().verify(content, x509_cert=pem)
        altered = content.replace(b"example.brussels", b"example.brussel", 1)
        try:
            XMLVerifier().verify(altered, x509_cert=pem)
            expect(False, f"{path.name}: signxml accepts an altered message")
        except (InvalidSignature, InvalidDigest):
            expect(True, "")


def check_foreign_signatures(paths, keys):
    """What signxml signs holds here."""
    folder = WORK / "foreign"
    folder.mkdir()
    methods = {
        "rsa": [SignatureMethod.RSA_SHA256, SignatureMethod.RSA_SHA512],
        "ecdsa": [SignatureMethod.ECDSA_SHA256],
    }
    forms = [
        CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
        CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0_WITH_COMMENTS,
        CanonicalizationMethod.CANONICAL_XML_1_0,
        CanonicalizationMethod.CANONICAL_XML_1_1,
    ]
    for name, (private, pem) in keys.items():
        made = []
        for path in paths:
            for method in methods[name]:
                for index, form in enumerate(forms):
                    # A reference to the whole document leaves comments out (XML
                    # Signature 1.1, section 4.4.3.3); signxml keeps them.
                    if path.stem == "comments" and form.name.endswith("WITH_COMMENTS"):
                        continue
                    root = etree.fromstring(path.read_bytes())
                    signer = XMLSigner(signature_algorithm=method, c14n_algorithm=form)
                    signed = signer.sign(root, key=private, cert=pem.decode())
                    target = folder / f"{path.stem}.{method.name}.{index}.xml"
                    target.write_bytes(etree.tostring(signed, encoding="UTF-8"))
                    made.append(target)
        for verdict in judge(made, WORK / f"{name}.pem"):
            expect(verdict["signature"] == "valid", f"{verdict['file']}: {verdict['signature']}")
            expect(verdict["fitsSchema"], f"{verdict['file']}: {verdict['errors']}")
        other = "ecdsa" if name == "rsa" else "rsa"
        for verdict in judge(made[:4], WORK / f"{other}.pem"):
            expect(verdict["signature"] == "certificate-not-trusted", verdict["signature"])
        for target in made:
            target.write_bytes(target.read_bytes().replace(b"alerts@", b"alert@", 1))
        for verdict in judge(made, WORK / f"{name}.pem"):
            expect(verdict["signature"] == "digest-mismatch", f"{verdict['file']}: {verdict}")


def schema():
    """The schema of CAP 1.2, as capvalidator ships it."""
    source = files("capvalidator").joinpath("static/CAP-v1.2-schema.xsd").read_bytes()
    return etree.XMLSchema(etree.XML(source))


def fits(xsd, path):
    """Whether lxml finds that a file fits the schema."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return xsd.validate(etree.fromstring(path.read_bytes(), parser))
    except etree.XMLSyntaxError:
        return False


def check_agreement(xsd, paths):
    """Both sides agree which files fit the schema."""
    accepted = 0
    for path, verdict in zip(paths, judge(paths)):
        ours, theirs = verdict["fitsSchema"], fits(xsd, path)
        accepted += ours
        expect(ours == theirs, f"{path}: ours {ours}, lxml {theirs}: {verdict['errors']}")
    return accepted


TEXTS = [
    "", " ", "x", "Actual", "Update", "Public", "Met", "Severe", "Past", "None", "fr", "fr-BE",
    "toolonglanguage", "fr_BE", "2026-02-28T10:00:00+01:00", "2026-02-29T10:00:00+01:00",
    "2028-02-29T24:00:00-00:00", "2026-02-28T10:00:00Z", "2026-02-28T10:00:00.5+01:00",
    "2026-02-28T10:00:00+14:00", "2026-02-28T10:00:00+14:01", "2026-02-28T10:00:00-13:59",
    "2026-13-01T10:00:00+01:00", " 2026-02-28T10:00:00+01:00\n", "2026-02-28T24:00:01+01:00",
    "0000-02-28T10:00:00+01:00", "2026-02-28T10:60:00+01:00", "2026-02-28T10:00:00,01:00",
    "12", "-12", "+12", "1.5", "-.5", "1.", "1e3", "0x10", " 7 ", "NaN", "é", "https://example.org/",
]


ADDRESSES = [
    "http://a b/c", "http://a/100%", "%zz", "%41", "a#b#c", "#", "1a:b", ":x", "a:b", "a/b:c",
    "http://a:80/", "http://a:8x/", "http://[::1]/", "http://[::1/", "http://a/[b]", "[b]", "?[x]",
    "<b>", "a|b", "{a}", "http://\u00e9/", "http://user:pw@h:1/", "http://u@v@h/", "//", "http:",
    "x y:z", "-a:b", "a+b:c", "http://h:80:90/", "http://[::1]x/", "http://[::1]:80/", "@", "a@b:c",
]


def check_addresses(xsd, source):
    """Both sides agree what an address may look like."""
    folder = WORK / "addresses"
    folder.mkdir()
    paths = []
    for index, address in enumerate(ADDRESSES):
        root = etree.fromstring(source.read_bytes())
        root.find(f".//{{{CAP}}}web").text = address
        path = folder / f"{index:02}.xml"
        path.write_bytes(etree.tostring(root, encoding="UTF-8"))
        paths.append(path)
    check_agreement(xsd, paths)


def damage(root, random_source):
    """Changes a message in one to three ways."""
    for _ in range(random_source.randint(1, 3)):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        element = random_source.choice(elements[1:])
        parent = element.getparent()
        kind = random_source.randrange(8)
        if kind == 0:
            parent.remove(element)
        elif kind == 1:
            parent.insert(random_source.randint(0, len(parent)), element)
        elif kind == 2:
            parent.insert(random_source.randint(0, len(parent)), copy.deepcopy(element))
        elif kind == 3 and len(element) == 0:
            element.text = random_source.choice(TEXTS)
        elif kind == 4:
            element.set(random_source.choice(["a", "{urn:x}b"]), "1")
        elif kind == 5:
            name = random_source.choice(["{urn:x}new", f"{{{CAP}}}event", f"{{{CAP}}}new", "new"])
            etree.SubElement(random_source.choice([root, parent, element]), name).text = "x"
        elif kind == 6:
            element.tail = random_source.choice(["stray", "\n", None])
        else:
            other = random_source.choice(elements[1:])
            element.tag = other.tag


def check_damaged(xsd, sources):
    """Both sides agree on damaged messages too."""
    random_source = random.Random(20261102)
    folder = WORK / "damaged"
    folder.mkdir()
    paths = []
    for index in range(DAMAGED):
        root = etree.fromstring(random_source.choice(sources).read_bytes())
        damage(root, random_source)
        path = folder / f"{index:05}.xml"
        path.write_bytes(etree.tostring(root, encoding="UTF-8"))
        paths.append(path)
    accepted = check_agreement(xsd, paths)
    expect(DAMAGED / 20 < accepted < DAMAGED * 19 / 20, f"only one kind of outcome: {accepted}")
    return accepted


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    keys = {
        "rsa": make_key("rsa", rsa.generate_private_key(public_exponent=65537, key_size=2048)),
        "ecdsa": make_key("ecdsa", ec.generate_private_key(ec.SECP256R1())),
    }
    paths = emitted()
    check_emitted(paths, {name: pem for name, (_, pem) in keys.items()})
    unsigned = [path for path in paths if not path.stem.endswith((".rsa", ".ecdsa"))]
    odd = ["prefixed", "comments", "schema-location", "carriage-returns", "bilingual", "utf16-le"]
    check_foreign_signatures(unsigned + [FIXTURES / "valid" / f"{name}.xml" for name in odd], keys)
    xsd = schema()
    fixtures = [
        path
        for folder in ("valid", "schema", "rules", "repairs")
        for path in sorted((FIXTURES / folder).glob("*.xml"))
        if b"cap:1.1" not in path.read_bytes() and path.name not in UNLIKE
    ]
    check_agreement(xsd, fixtures)
    sources = [path for path in unsigned if path.stem.startswith(("alert-1", "update", "private"))]
    check_addresses(xsd, sources[0])
    accepted = check_damaged(xsd, sources)
    print(f"independent: {checks} checks passed; {accepted} of {DAMAGED} damaged messages fit")


main()
