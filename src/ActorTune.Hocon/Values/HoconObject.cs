using System.Diagnostics.CodeAnalysis;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon;

/// <summary>An object: members in the order in which their names first appeared.</summary>
public sealed class HoconObject : HoconValue
{
    private readonly NameIndex<HoconMember> _members = new(static member => member.Name);

    /// <summary>Makes an object of members.</summary>
    /// <param name="members">The members in their order; names must differ.</param>
    /// <param name="position">Where the object was written.</param>
    /// <exception cref="ArgumentException">Two members have the same name.</exception>
    public HoconObject(IEnumerable<HoconMember> members, HoconPosition position)
        : base(position)
    {
        ArgumentNullException.ThrowIfNull(members);
        foreach (HoconMember member in members)
            _members.Add(member);
    }

    /// <summary>The members in the order in which their names first appeared.</summary>
    public IReadOnlyList<HoconMember> Members => _members.Items;

    /// <summary>The value of a member.</summary>
    /// <param name="name">The name, compared ordinally; not a path.</param>
    /// <returns>The value, or null where there is no such member.</returns>
    public HoconValue? this[string name] =>
        TryGet(name, out HoconMember? member) ? member.Value : null;

    /// <summary>Looks a member up.</summary>
    /// <param name="name">The name, compared ordinally; not a path.</param>
    /// <param name="member">The member found.</param>
    /// <returns>Whether there is such a member.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out HoconMember? member) =>
        _members.TryGet(name, out member);

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
