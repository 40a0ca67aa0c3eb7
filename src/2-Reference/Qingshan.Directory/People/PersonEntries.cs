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

/// <summary>A site administrator asked for the recovery of the person's account, because the person cannot sign in.</summary>
/// <param name="Recovery">Names the recovery that the second administrator grants.</param>
[EntryType("person.recovery-asked")]
public sealed record PersonRecoveryAsked(string Recovery, string Why) : EntryBody;

/// <summary>Another site administrator granted it: password, second factors and sessions are gone, and the person signs in by a one-time code.</summary>
[EntryType("person.recovery-granted")]
public sealed record PersonRecoveryGranted(string Recovery) : EntryBody;
