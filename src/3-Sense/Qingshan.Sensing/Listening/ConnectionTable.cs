using System.Net;

namespace Qingshan.Sensing.Listening;

/// <summary>Who is connected, within the limits. Stations keep their places; those who have named none make room for newcomers.</summary>
internal sealed class ConnectionTable(ListenerOptions options)
{
    private readonly Lock gate = new();
    private readonly LinkedList<DeviceConnection> inOrder = [];
    private readonly Dictionary<IPAddress, int> perAddress = [];
    private long accepted;
    private long refused;
    private long displaced;

    public (int Open, long Accepted, long Refused, long Displaced) Counts
    {
        get
        {
            lock (gate)
                return (inOrder.Count, accepted, refused, displaced);
        }
    }

    /// <summary>Whether the newcomer has a place; the one it displaces is aborted.</summary>
    public bool Admit(DeviceConnection newcomer)
    {
        DeviceConnection? displacedOne = null;
        lock (gate)
        {
            var fromHere = perAddress.GetValueOrDefault(newcomer.Address);
            var full = inOrder.Count >= options.Connections;
            var fullHere = fromHere >= options.ConnectionsPerAddress;
            if (full || fullHere)
            {
                displacedOne = inOrder.FirstOrDefault(c => !c.Identified && (!fullHere || c.Address.Equals(newcomer.Address)));
                if (displacedOne is null)
                {
                    refused++;
                    return false;
                }

                displaced++;
                Forget(displacedOne);
            }

            accepted++;
            inOrder.AddLast(newcomer);
            perAddress[newcomer.Address] = perAddress.GetValueOrDefault(newcomer.Address) + 1;
        }

        displacedOne?.Abort();
        return true;
    }

    public void Remove(DeviceConnection connection)
    {
        lock (gate)
            Forget(connection);
    }

    private void Forget(DeviceConnection connection)
    {
        if (!inOrder.Remove(connection))
            return;
        var left = perAddress[connection.Address] - 1;
        if (left == 0)
            perAddress.Remove(connection.Address);
        else
            perAddress[connection.Address] = left;
    }
}
