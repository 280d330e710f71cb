using System.Runtime.CompilerServices;

namespace ActorTune.Hocon.Resolution;

/// <summary>Ends the resolution of documents that are small as text and huge as values.</summary>
internal sealed class ResolutionLimits(HoconParseOptions options)
{
    private const int MaxChain = 500;
    private const int CharactersPerValue = 64;

    private long _values;
    private int _chain;
    private int _nesting;

    public void CountValues(int count, HoconPosition position)
    {
        _values += count;
        if (_values > options.MaxValues)
            throw Refuse(position,
                $"the document resolves to more than {options.MaxValues} values");
    }

    public void CountText(long length, HoconPosition position) =>
        CountValues((int)Math.Min(length / CharactersPerValue, int.MaxValue), position);

    /// <summary>Enters a substitution that others wait for.</summary>
    public void EnterSubstitution(HoconPosition position)
    {
        if (++_chain > MaxChain || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Refuse(position,
                $"more than {MaxChain} substitutions refer to each other in a chain");
    }

    public void LeaveSubstitution() => _chain--;

    /// <summary>Enters an object or array whose value is being made.</summary>
    public void EnterValue(HoconPosition position)
    {
        if (++_nesting > options.MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Refuse(position,
                $"resolved values are nested more than {options.MaxNesting} deep");
    }

    public void LeaveValue() => _nesting--;

    private static HoconException Refuse(HoconPosition position, string message) =>
        new(new HoconProblem(position, "", message));
}
