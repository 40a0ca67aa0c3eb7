using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qingshan.Record.Canonical;

namespace Qingshan.Record.Entries;

/// <summary>An entry type that the record knows: its stored name, newest schema version and class.</summary>
public sealed record EntryType(string Name, int Schema, Type Class);

/// <summary>
/// The entry types of given assemblies, found by reflection. A class without <see cref="EntryTypeAttribute"/>, a name used twice, a member
/// that cannot be kept exactly, or a schema version that no upcaster leads on from is an exception at start.
/// </summary>
public sealed class EntryCatalogue
{
    private readonly FrozenDictionary<Type, EntryType> byClass;
    private readonly FrozenDictionary<string, EntryType> byName;
    private readonly FrozenDictionary<(string Name, int Schema), IUpcaster> upcasters;

    private EntryCatalogue(IReadOnlyList<EntryType> types, IReadOnlyList<IUpcaster> upcasters)
    {
        byClass = types.ToFrozenDictionary(t => t.Class);
        byName = types.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        this.upcasters = upcasters.ToFrozenDictionary(u => (u.EntryType, u.FromSchema));
        Types = [.. types.OrderBy(t => t.Name, StringComparer.Ordinal)];
    }

    /// <summary>All known types, by name.</summary>
    public IReadOnlyList<EntryType> Types { get; }

    /// <summary>Collects the types of the assemblies and of the record itself.</summary>
    public static EntryCatalogue Of(IEnumerable<Assembly> assemblies)
    {
        var classes = assemblies.Append(typeof(EntryCatalogue).Assembly).Distinct().SelectMany(a => a.GetTypes()).Where(t => !t.IsAbstract).ToList();
        return Of(
            classes.Where(t => t.IsSubclassOf(typeof(EntryBody))),
            classes.Where(t => t.IsAssignableTo(typeof(IUpcaster))).Select(t => (IUpcaster)Activator.CreateInstance(t, nonPublic: true)!));
    }

    internal static EntryCatalogue Of(IEnumerable<Type> classes, IEnumerable<IUpcaster> upcasters)
    {
        var types = classes.Select(Describe).ToList();
        if (types.GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InvalidOperationException($"Entry type name {twice.Key} is used twice: {string.Join(", ", twice.Select(t => t.Class.FullName))}.");
        var steps = upcasters.ToList();
        foreach (var type in types)
            CheckSteps(type, steps);
        if (steps.FirstOrDefault(s => !types.Exists(t => t.Name == s.EntryType && s.FromSchema < t.Schema)) is { } idle)
            throw new InvalidOperationException($"Upcaster {idle.GetType().Name} leads nowhere: {idle.EntryType} from schema {idle.FromSchema}.");
        return new(types, steps);
    }

    /// <summary>The type of a body; throws when its class is not in the catalogue.</summary>
    public EntryType TypeOf(EntryBody body) =>
        byClass.GetValueOrDefault(body.GetType())
        ?? throw new InvalidOperationException($"{body.GetType().FullName} is not in the catalogue: its assembly was not given to the record.");

    /// <summary>Canonical JSON of a body; throws <see cref="JsonException"/> with the problem when a value cannot be kept.</summary>
    public static byte[] Write(EntryBody body) => RecordJson.Write(body);

    /// <summary>
    /// Reads a stored body of any schema version as the newest class. An unknown type or a body of the wrong shape throws: the record then holds
    /// what this program cannot read.
    /// </summary>
    public EntryBody Read(string name, int schema, JsonElement body)
    {
        var type = byName.GetValueOrDefault(name) ?? throw new InvalidDataException($"Entry type {name} is not in the catalogue.");
        if (schema == type.Schema)
            return (EntryBody)body.Deserialize(type.Class, RecordJson.Options)!;
        if (schema > type.Schema)
            throw new InvalidDataException($"Entry type {name} has schema {schema}; this program knows up to {type.Schema}.");
        var json = JsonObject.Create(body) ?? throw new InvalidDataException($"The body of a {name} is not an object.");
        for (var from = schema; from < type.Schema; from++)
            json = upcasters[(name, from)].Upcast(json);
        return (EntryBody)json.Deserialize(type.Class, RecordJson.Options)!;
    }

    private static EntryType Describe(Type type)
    {
        var attribute = type.GetCustomAttribute<EntryTypeAttribute>()
            ?? throw new InvalidOperationException($"{type.FullName} has no [EntryType].");
        EntryShape.Check(type);
        var unfit = attribute.Name.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '-'));
        if (attribute.Schema < 1 || attribute.Name.Length == 0 || unfit)
            throw new InvalidOperationException($"{type.FullName}: the name is lower-case ASCII with dots and hyphens, the schema 1 or more.");
        return new(attribute.Name, attribute.Schema, type);
    }

    private static void CheckSteps(EntryType type, List<IUpcaster> steps)
    {
        for (var from = 1; from < type.Schema; from++)
        {
            if (steps.Count(s => s.EntryType == type.Name && s.FromSchema == from) != 1)
                throw new InvalidOperationException($"Exactly one upcaster must lead {type.Name} on from schema {from}.");
        }
    }
}
