using ActorTune.Arithmetic;

namespace ActorTune.Analysis;

/// <summary>
/// The place of a parameter's values in the unit interval, as the search space encodes them but
/// for the last bits: it need not be inverted, so it need not be searched for.
/// </summary>
internal sealed class UnitScale
{
    private readonly Func<ParameterValue, double> _place;

    private UnitScale(Func<ParameterValue, double> place) => _place = place;

    internal double PlaceOf(ParameterValue value) => _place(value);

    internal static UnitScale Of(Parameter parameter) => parameter switch
    {
        FloatParameter { Step: null } real =>
            new UnitScale(Continuous(real.Scale, real.Low, real.High)),
        IntegerParameter { Scale: not Scale.Linear } whole =>
            new UnitScale(Continuous(whole.Scale, whole.Low - 0.5, whole.High + 0.5)),
        OrdinalParameter or CategoricalParameter => new UnitScale(Listed(parameter)),
        _ => new UnitScale(parameter.Encode),
    };

    private static Func<ParameterValue, double> Continuous(Scale scale, double low, double high)
    {
        double bottom = scale == Scale.Linear ? low : PortableMath.Log(low);
        double range = (scale == Scale.Linear ? high : PortableMath.Log(high)) - bottom;
        return scale switch
        {
            Scale.Linear => value => (value.AsDouble() - bottom) / range,
            Scale.Log => value => (PortableMath.Log(value.AsDouble()) - bottom) / range,
            _ => value =>
                1 - (PortableMath.Log(high - value.AsDouble() + low) - bottom) / range,
        };
    }

    private static Func<ParameterValue, double> Listed(Parameter parameter)
    {
        var places = new Dictionary<ParameterValue, double>();
        for (long i = 0; i < parameter.ValueCount; i++)
            places.Add(parameter.ValueAt(i), parameter.Encode(parameter.ValueAt(i)));
        return value => places[value];
    }
}
