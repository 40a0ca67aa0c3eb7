using Qingshan.Record.Entries;

namespace Qingshan.Directory.Commands;

/// <summary>A command's success.</summary>
/// <param name="Id">Key of the stream that was made or changed.</param>
/// <param name="Version">Version of that stream afterwards.</param>
/// <param name="Receipt">The record's acknowledgement.</param>
/// <param name="Created">The other stream that began with it, such as the case that a signal led to; null where none did.</param>
public sealed record Done(string Id, long Version, Receipt Receipt, StreamId? Created = null);
