namespace Qingshan.Sensing.Archive;

/// <summary>The archive contradicts itself in a place where no crash can have done it. The operator restores the named file from the backup.</summary>
public sealed class ArchiveDamagedException(string message) : IOException(message);
