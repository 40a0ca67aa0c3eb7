using NodaTime;
using Qingshan.Record.Entries;
using Qingshan.Record.Sealing;

namespace Qingshan.Directory.People;

/// <summary>What a certificate is.</summary>
public enum CertificateKind
{
    /// <summary>行政执法证.</summary>
    EnforcementCertificate,

    /// <summary>警号.</summary>
    PoliceNumber,
}

/// <summary>A certificate that entitles to act.</summary>
/// <param name="ValidTo">Last valid day.</param>
public sealed record Certificate(CertificateKind Kind, SealedText Number, LocalDate ValidFrom, LocalDate ValidTo);

/// <summary>A person joined the site; first entry of <c>person/{id}</c>. Names and numbers are sealed under the person's own key.</summary>
/// <param name="Demo">Invented, for demonstration.</param>
[EntryType("person.registered")]
public sealed record PersonRegistered(SealedText NameZh, SealedText NameEn, IReadOnlyList<Certificate> Certificates, bool Demo) : EntryBody;

/// <summary>A certificate was issued or renewed.</summary>
[EntryType("person.certified")]
public sealed record PersonCertified(Certificate Certificate) : EntryBody;

/// <summary>The person was appointed to a post.</summary>
[EntryType("person.appointed")]
public sealed record PersonAppointed(string Post) : EntryBody;

/// <summary>The person left a post.</summary>
[EntryType("person.released")]
public sealed record PersonReleased(string Post, string Reason) : EntryBody;
