using ActorTune.Hocon.Syntax;

namespace ActorTune.Hocon;

/// <summary>
/// Reads the members of an object by name and type, and collects what is wrong instead of ending
/// at the first problem. A required value that is missing or refused is reported and a
/// placeholder (zero, an empty string) is returned, so that reading goes on; nothing built of
/// placeholders is ever seen, because <see cref="Read"/> ends in an exception then.
/// </summary>
/// <remarks>A member that is <c>null</c> counts as absent where it is optional.</remarks>
public sealed class HoconReader
{
    private readonly ProblemList _problems;
    private readonly List<string> _asked = [];

    internal HoconReader(HoconObject members, string path, ProblemList problems)
    {
        Object = members;
        Path = path;
        _problems = problems;
    }

    /// <summary>The object being read.</summary>
    public HoconObject Object { get; }

    /// <summary>The path of the object from the root; empty for the root.</summary>
    public string Path { get; }

    /// <summary>What was found wrong so far, in the whole document.</summary>
    public IReadOnlyList<HoconProblem> Problems => _problems.Problems;

    /// <summary>Reads a value of yours from a root object.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="root">The object to read from.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>What <paramref name="read"/> gave.</returns>
    /// <exception cref="HoconException">
    /// Problems were collected; also where <paramref name="read"/> failed on a placeholder after
    /// one.
    /// </exception>
    public static T Read<T>(HoconObject root, Func<HoconReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(read);
        ProblemList problems = new();
        T value;
        try
        {
            value = read(new HoconReader(root, "", problems));
        }
        catch (Exception failure) when (problems.Problems.Count > 0)
        {
            throw new HoconException(problems.Problems, failure);
        }

        return problems.Problems.Count == 0 ? value : throw new HoconException(problems.Problems);
    }

    /// <summary>Whether there is a member of this name that is not null.</summary>
    /// <param name="name">The name; it counts as asked for.</param>
    /// <returns>Whether it is there.</returns>
    public bool Has(string name) => OptionalItem(name) is not null;

    /// <summary>All members in their order; all count as asked for.</summary>
    /// <returns>The members, also those that are null.</returns>
    public IReadOnlyList<HoconItem> Members()
    {
        _asked.AddRange(Object.Members.Select(member => member.Name));
        return [.. Object.Members.Select(member => ItemOf(member.Name, member.Value))];
    }

    /// <summary>A member as it stands; reports it where it is missing.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The member, or null where it is missing.</returns>
    public HoconItem? RequiredItem(string name)
    {
        _asked.Add(name);
        if (Object[name] is { } value)
            return ItemOf(name, value);
        _problems.Add(Object.Position, PathOf(name), "this value is required and missing");
        return null;
    }

    /// <summary>A member as it stands.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The member, or null where it is missing or null.</returns>
    public HoconItem? OptionalItem(string name)
    {
        _asked.Add(name);
        return Object[name] is { } value and not HoconNull ? ItemOf(name, value) : null;
    }

    /// <summary>Reads a string that must be there; see <see cref="HoconItem.AsString"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The string, or an empty one where it was reported.</returns>
    public string RequiredString(string name) => RequiredItem(name)?.AsString() ?? "";

    /// <summary>Reads a string; see <see cref="HoconItem.AsString"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The string, or null where it is absent or was reported.</returns>
    public string? OptionalString(string name) => OptionalItem(name)?.AsString();

    /// <summary>
    /// Reads a boolean that must be there; see <see cref="HoconItem.AsBoolean"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <returns>The boolean, or false where it was reported.</returns>
    public bool RequiredBoolean(string name) => RequiredItem(name)?.AsBoolean() ?? false;

    /// <summary>Reads a boolean; see <see cref="HoconItem.AsBoolean"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The boolean, or null where it is absent or was reported.</returns>
    public bool? OptionalBoolean(string name) => OptionalItem(name)?.AsBoolean();

    /// <summary>
    /// Reads a 32-bit number that must be there; see <see cref="HoconItem.AsInt"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <returns>The number, or 0 where it was reported.</returns>
    public int RequiredInt(string name) => RequiredItem(name)?.AsInt() ?? 0;

    /// <summary>Reads a 32-bit number; see <see cref="HoconItem.AsInt"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The number, or null where it is absent or was reported.</returns>
    public int? OptionalInt(string name) => OptionalItem(name)?.AsInt();

    /// <summary>
    /// Reads a 64-bit number that must be there; see <see cref="HoconItem.AsLong"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <returns>The number, or 0 where it was reported.</returns>
    public long RequiredLong(string name) => RequiredItem(name)?.AsLong() ?? 0;

    /// <summary>Reads a 64-bit number; see <see cref="HoconItem.AsLong"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The number, or null where it is absent or was reported.</returns>
    public long? OptionalLong(string name) => OptionalItem(name)?.AsLong();

    /// <summary>Reads a number that must be there; see <see cref="HoconItem.AsDouble"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The number, or 0 where it was reported.</returns>
    public double RequiredDouble(string name) => RequiredItem(name)?.AsDouble() ?? 0;

    /// <summary>Reads a number; see <see cref="HoconItem.AsDouble"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The number, or null where it is absent or was reported.</returns>
    public double? OptionalDouble(string name) => OptionalItem(name)?.AsDouble();

    /// <summary>
    /// Reads a duration that must be there; see <see cref="HoconItem.AsDuration"/>.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <returns>The duration, or zero where it was reported.</returns>
    public TimeSpan RequiredDuration(string name) => RequiredItem(name)?.AsDuration() ?? default;

    /// <summary>Reads a duration; see <see cref="HoconItem.AsDuration"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The duration, or null where it is absent or was reported.</returns>
    public TimeSpan? OptionalDuration(string name) => OptionalItem(name)?.AsDuration();

    /// <summary>Reads a size that must be there; see <see cref="HoconItem.AsSize"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The bytes, or 0 where it was reported.</returns>
    public long RequiredSize(string name) => RequiredItem(name)?.AsSize() ?? 0;

    /// <summary>Reads a size in bytes; see <see cref="HoconItem.AsSize"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The bytes, or null where it is absent or was reported.</returns>
    public long? OptionalSize(string name) => OptionalItem(name)?.AsSize();

    /// <summary>Reads an enumeration's member that must be there.</summary>
    /// <typeparam name="T">The enumeration; see <see cref="HoconItem.AsEnum"/>.</typeparam>
    /// <param name="name">The name.</param>
    /// <returns>The member, or the default where it was reported.</returns>
    public T RequiredEnum<T>(string name)
        where T : struct, Enum => RequiredItem(name)?.AsEnum<T>() ?? default;

    /// <summary>Reads an enumeration's member.</summary>
    /// <typeparam name="T">The enumeration; see <see cref="HoconItem.AsEnum"/>.</typeparam>
    /// <param name="name">The name.</param>
    /// <returns>The member, or null where it is absent or was reported.</returns>
    public T? OptionalEnum<T>(string name)
        where T : struct, Enum => OptionalItem(name)?.AsEnum<T>();

    /// <summary>Reads an array that must be there; see <see cref="HoconItem.AsArray"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The elements; none where it was reported.</returns>
    public IReadOnlyList<HoconItem> RequiredArray(string name) =>
        RequiredItem(name)?.AsArray() ?? [];

    /// <summary>Reads an array; see <see cref="HoconItem.AsArray"/>.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The elements, or null where it is absent or was reported.</returns>
    public IReadOnlyList<HoconItem>? OptionalArray(string name) => OptionalItem(name)?.AsArray();

    /// <summary>Reads an object that must be there.</summary>
    /// <param name="name">The name.</param>
    /// <returns>
    /// A reader over it. Where it was reported, a reader over nothing, whose further reports about
    /// missing members are dropped.
    /// </returns>
    public HoconReader RequiredObject(string name) => RequiredItem(name)?.AsObject()
        ?? new HoconReader(new HoconObject([], Object.Position), PathOf(name), new ProblemList());

    /// <summary>Reads an object.</summary>
    /// <param name="name">The name.</param>
    /// <returns>A reader over it, or null where it is absent or was reported.</returns>
    public HoconReader? OptionalObject(string name) => OptionalItem(name)?.AsObject();

    /// <summary>
    /// Reports a problem with a member, at its place or, where it is absent, the object's.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="message">What is wrong and what was expected.</param>
    public void Refuse(string name, string message) =>
        _problems.Add((Object[name] ?? Object).Position, PathOf(name), message);

    /// <summary>Reports a problem with the object as a whole.</summary>
    /// <param name="message">What is wrong and what was expected.</param>
    public void Refuse(string message) => _problems.Add(Object.Position, Path, message);

    /// <summary>
    /// Reports the members that nothing asked for, with the nearest name that was asked for and is
    /// not there. Call it last.
    /// </summary>
    public void RefuseUnknown()
    {
        HashSet<string> known = [.. _asked];
        string[] absent = [.. known.Where(name => Object[name] is null)];
        foreach (HoconMember member in Object.Members.Where(member => !known.Contains(member.Name)))
        {
            string hint = NameStyle.Suggest(member.Name, absent);
            if (hint.Length == 0 && known.Count > 0)
                hint = "; known are " + string.Join(", ", known.Order(StringComparer.Ordinal));
            string message = "nothing has this name here" + hint;
            _problems.Add(member.Position, PathOf(member.Name), message);
        }
    }

    private HoconItem ItemOf(string name, HoconValue value) =>
        new(name, PathOf(name), value, _problems);

    private string PathOf(string name) =>
        Path.Length == 0 ? PathSyntax.Quote(name) : $"{Path}.{PathSyntax.Quote(name)}";
}
