namespace Qingshan.Sensing.Observations;

/// <summary>The points of one object in one time span, by time; several at one time in the order in which they came.</summary>
internal sealed class Block(List<Point> points)
{
    public IReadOnlyList<Point> Points => points;

    /// <summary>Adds a point. False where the same value with the same mark stands at that time already: then nothing changes.</summary>
    public bool Add(Point point)
    {
        var at = points.Count;
        while (at > 0 && points[at - 1].Time >= point.Time)
        {
            at--;
            if (points[at].Time == point.Time && points[at].Text == point.Text && points[at].Mark == point.Mark)
                return false;
        }

        while (at < points.Count && points[at].Time <= point.Time)
            at++;
        points.Insert(at, point);
        return true;
    }
}
