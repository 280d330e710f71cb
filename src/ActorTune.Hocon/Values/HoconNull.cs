namespace ActorTune.Hocon;

/// <summary>An explicit <c>null</c>, which differs from a member that is not there.</summary>
/// <param name="position">Where it was written.</param>
public sealed class HoconNull(HoconPosition position) : HoconValue(position)
{
    internal override string Describe() => "null";
}
