using System.Diagnostics.CodeAnalysis;

namespace ActorTune.Hocon;

/// <summary>An object: members in the order in which their names first appeared.</summary>
public sealed class HoconObject : HoconValue
{
    private readonly Dictionary<string, HoconMember> _byName;

    /// <summary>Makes an object of members.</summary>
    /// <param name="members">The members in their order; names must differ.</param>
    /// <param name="position">Where the object was written.</param>
    /// <exception cref="ArgumentException">Two members have the same name.</exception>
    public HoconObject(IEnumerable<HoconMember> members, HoconPosition position)
        : base(position)
    {
        Members = [.. members];
        _byName = Members.ToDictionary(member => member.Name, StringComparer.Ordinal);
    }

    /// <summary>The members in the order in which their names first appeared.</summary>
    public IReadOnlyList<HoconMember> Members { get; }

    /// <summary>The value of a member.</summary>
    /// <param name="name">The name, compared ordinally; not a path.</param>
    /// <returns>The value, or null where there is no such member.</returns>
    public HoconValue? this[string name] => _byName.GetValueOrDefault(name)?.Value;

    /// <summary>Looks a member up.</summary>
    /// <param name="name">The name, compared ordinally; not a path.</param>
    /// <param name="member">The member found.</param>
    /// <returns>Whether there is such a member.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out HoconMember? member) =>
        _byName.TryGetValue(name, out member);

    /// <summary>Follows names downwards through objects.</summary>
    /// <param name="names">The names, outermost first.</param>
    /// <returns>The value there, or null where the way ends early.</returns>
    public HoconValue? Find(params ReadOnlySpan<string> names)
    {
        HoconValue? current = this;
        foreach (string name in names)
            current = (current as HoconObject)?[name];
        return current;
    }

    internal override string Describe() => "an object";
}
