using Qingshan.Directory.Access;

namespace Qingshan.Directory.Commands;

/// <summary>What comes with every command besides its content.</summary>
/// <param name="Who">Who acts.</param>
/// <param name="Key">Idempotency key; the edge makes one per form when the client sends none.</param>
/// <param name="ExpectedVersion">The stream version the person was looking at (If-Match); null when the command does not depend on it.</param>
public sealed record CommandContext(Acting Who, string Key, long? ExpectedVersion = null);
