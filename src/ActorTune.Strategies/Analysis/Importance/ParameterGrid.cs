using System.Numerics;
using ActorTune.Arithmetic;

namespace ActorTune.Analysis;

/// <summary>
/// The points of a parameter on which PED-ANOVA compares distributions: the choices of an
/// unordered parameter, or at most 50 even steps from the lowest to the highest value.
/// </summary>
internal sealed class ParameterGrid
{
    private const int MostPoints = 50;

    private readonly Func<ParameterValue, int> _place;

    private ParameterGrid(int count, bool isOrdered, Func<ParameterValue, int> place)
    {
        Count = count;
        IsOrdered = isOrdered;
        _place = place;
    }

    internal int Count { get; }

    internal bool IsOrdered { get; }

    internal int PlaceOf(ParameterValue value) => _place(value);

    internal static ParameterGrid Of(Parameter parameter) => parameter switch
    {
        FloatParameter real => Of(
            real.Scale, real.Low, real.High, Points(real.ValueCount ?? MostPoints)),
        IntegerParameter whole => Of(whole.Scale, whole.Low, whole.High, Points(whole)),
        OrdinalParameter ordinal => OfOrdinal(ordinal),
        BooleanParameter => new ParameterGrid(2, false, value => value.AsBoolean() ? 1 : 0),
        CategoricalParameter choice => OfChoices(choice),
        _ => new ParameterGrid(1, true, _ => 0),
    };

    private static ParameterGrid Of(Scale scale, double low, double high, int count)
    {
        if (count < 2)
            return new ParameterGrid(1, true, _ => 0);
        double bottom = scale == Scale.Linear ? low : PortableMath.Log(low);
        double top = scale == Scale.Linear ? high : PortableMath.Log(high);
        double step = (top - bottom) / (count - 1);
        return new ParameterGrid(count, true, value =>
        {
            double number = value.AsDouble();
            return scale switch
            {
                Scale.Linear => Nearest((number - bottom) / step, count),
                Scale.Log => Nearest((PortableMath.Log(number) - bottom) / step, count),
                _ => count - 1 - Nearest(
                    (PortableMath.Log(high - number + low) - bottom) / step, count),
            };
        });
    }

    private static ParameterGrid OfOrdinal(OrdinalParameter ordinal)
    {
        Dictionary<ParameterValue, int> places = Places(ordinal.Values);
        int count = Points(ordinal.Values.Count);
        double step = count > 1 ? (ordinal.Values.Count - 1.0) / (count - 1) : 1;
        return new ParameterGrid(
            count, true, value => Nearest(places[value] / step, count));
    }

    private static ParameterGrid OfChoices(CategoricalParameter choice)
    {
        Dictionary<ParameterValue, int> places = Places(choice.Choices);
        return new ParameterGrid(choice.Choices.Count, false, value => places[value]);
    }

    private static Dictionary<ParameterValue, int> Places(IReadOnlyList<ParameterValue> values)
    {
        var places = new Dictionary<ParameterValue, int>();
        for (int i = 0; i < values.Count; i++)
            places.Add(values[i], i);
        return places;
    }

    // On a logarithmic scale few whole numbers fill many steps: one point for each doubling.
    private static int Points(IntegerParameter whole)
    {
        long count = whole.ValueCount!.Value;
        return whole.Scale == Scale.Linear || count < 2
            ? Points(count)
            : Points(BitOperations.Log2((ulong)count - 1) + 2);
    }

    private static int Points(long count) => (int)Math.Min(count, MostPoints);

    // Halfway between two points a value belongs to the lower one.
    private static int Nearest(double place, int count) =>
        Math.Clamp((int)Math.Ceiling(place - 0.5), 0, count - 1);
}
