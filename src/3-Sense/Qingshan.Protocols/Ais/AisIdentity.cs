namespace Qingshan.Protocols.Ais;

/// <summary>What a message says about the ship itself: messages 5, 19 and both parts of 24. Null: this message does not speak of it. Empty and 0: not available.</summary>
/// <param name="ShipType">ITU-R M.1371-5 annex 8 table 53.</param>
/// <param name="Length">Metres from bow to stern.</param>
/// <param name="Beam">Metres from port to starboard.</param>
public readonly record struct AisIdentity(
    int Mmsi, string? Name, string? CallSign, int? Imo, int? ShipType, int? Length, int? Beam, string? Destination)
{
    /// <summary>Reads a message whose layout is known; false for one that says nothing of the ship.</summary>
    public static bool TryRead(AisBits bits, AisLayout layout, out AisIdentity identity)
    {
        identity = default;
        if (layout.Type is not (5 or 19 or 24))
            return false;
        identity = new AisIdentity((int)bits.Number(8, 30), null, null, null, null, null, null, null);
        foreach (var field in layout.Fields)
            identity = identity.With(bits, field);
        return true;
    }

    private AisIdentity With(AisBits bits, AisField field) => field.Name switch
    {
        "shipname" => this with { Name = bits.Text(field.Start, field.Width) },
        "callsign" => this with { CallSign = bits.Text(field.Start, field.Width) },
        "destination" => this with { Destination = bits.Text(field.Start, field.Width) },
        "imo" => this with { Imo = (int)bits.Number(field.Start, field.Width) },
        "shiptype" => this with { ShipType = (int)bits.Number(field.Start, field.Width) },
        "to_bow" or "to_stern" => this with { Length = (Length ?? 0) + (int)bits.Number(field.Start, field.Width) },
        "to_port" or "to_starboard" => this with { Beam = (Beam ?? 0) + (int)bits.Number(field.Start, field.Width) },
        _ => this,
    };
}
