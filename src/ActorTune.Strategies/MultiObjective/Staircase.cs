namespace ActorTune.Strategies.MultiObjective;

/// <summary>
/// The boundary of what points dominate in two objectives: steps from left to right, falling.
/// </summary>
internal sealed class Staircase(double right, double top)
{
    private readonly List<(double X, double Y)> _steps = [];

    /// <summary>The area below a reference point that points dominate.</summary>
    internal static double Area(double[][] points, double[] reference)
    {
        double[][] order = [.. points];
        Array.Sort(order, (left, right) => Domination.Lexicographic(left, right));
        double area = 0;
        double ceiling = reference[1];
        foreach (double[] point in order)
        {
            if (point[1] >= ceiling)
                continue;
            area += (reference[0] - point[0]) * (ceiling - point[1]);
            ceiling = point[1];
        }

        return area;
    }

    /// <summary>Adds a point and tells the area that nothing dominated before.</summary>
    internal double Add(double x, double y)
    {
        int place = FirstFrom(x);
        double ceiling = place > 0 ? _steps[place - 1].Y : top;
        if (y >= ceiling || (place < _steps.Count && _steps[place].X == x && _steps[place].Y <= y))
            return 0;
        double area = 0;
        double from = x;
        int end = place;
        for (; end < _steps.Count && _steps[end].Y >= y; end++)
        {
            area += (_steps[end].X - from) * (ceiling - y);
            (from, ceiling) = _steps[end];
        }

        double to = end < _steps.Count ? _steps[end].X : right;
        area += (to - from) * (ceiling - y);
        _steps.RemoveRange(place, end - place);
        _steps.Insert(place, (x, y));
        return area;
    }

    private int FirstFrom(double x)
    {
        int low = 0;
        int high = _steps.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_steps[middle].X < x)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
