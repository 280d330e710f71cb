using System.Globalization;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Resolution;

/// <summary>
/// Objects that stand for arrays where one is expected: the members whose keys are whole numbers,
/// in the order of the numbers, without gaps; other members are ignored.
/// </summary>
internal static class NumericKeys
{
    /// <summary>The elements; null where no key is a number.</summary>
    public static IReadOnlyList<Node>? ToElements(ObjectNode candidate) =>
        Order(candidate.Fields, field => field.Name) is { Count: > 0 } fields
            ? [.. fields.Select(field => new FieldNode(field))]
            : null;

    /// <summary>The elements; null where no key is a number.</summary>
    public static HoconArray? ToArray(HoconObject candidate) =>
        Order(candidate.Members, member => member.Name) is { Count: > 0 } members
            ? new HoconArray(members.Select(member => member.Value), candidate.Position)
            : null;

    private static List<T> Order<T>(IEnumerable<T> items, Func<T, string> nameOf) =>
        [.. items
            .Select(item => (Item: item, Index: IndexOf(nameOf(item))))
            .Where(pair => pair.Index >= 0)
            .OrderBy(pair => pair.Index)
            .Select(pair => pair.Item)];

    private static int IndexOf(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? index
            : -1;
}
