using System.Text;
using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Resolution;

/// <summary>Joins values that stand on one line: all strings, all arrays or all objects.</summary>
internal sealed class Concatenator(Resolver resolver, ResolutionLimits limits)
{
    /// <summary>The joined value; null where nothing of it is defined.</summary>
    public Node? Join(ConcatenationNode node)
    {
        List<Node> heads = [];
        foreach (Node part in node.Parts)
        {
            if (resolver.HeadOf(part) is { } head)
                heads.Add(head);
        }

        if (heads.Count == 0)
            return null;
        if (heads.Any(head => head is ArrayNode))
            return JoinArrays(heads, node.Position);
        if (heads.Any(head => head is ObjectNode))
            return JoinObjects(heads, node.Position);
        return JoinText(heads, node.Position);
    }

    private ScalarNode JoinText(List<Node> heads, HoconPosition position)
    {
        StringBuilder text = new();
        foreach (Node head in heads)
            text.Append(head is WhitespaceNode space ? space.Text : ((ScalarNode)head).Text);
        limits.CountText(text.Length, position);
        return new ScalarNode(new HoconString(text.ToString(), position));
    }

    private Node JoinObjects(List<Node> heads, HoconPosition position)
    {
        ObjectNode? joined = null;
        foreach (Node head in heads.Where(head => head is not WhitespaceNode))
        {
            ObjectNode next = head as ObjectNode ?? throw Mixed(head, "an object", position);
            joined = joined is null ? next : resolver.Merge(joined, next);
        }

        return joined!;
    }

    private ArrayNode JoinArrays(List<Node> heads, HoconPosition position)
    {
        ArrayNode joined = new(position);
        foreach (Node head in heads.Where(head => head is not WhitespaceNode))
        {
            IEnumerable<Node> elements = head switch
            {
                ArrayNode array => array.Elements,
                ObjectNode candidate when NumericKeys.ToElements(candidate) is { } items => items,
                _ => throw Mixed(head, "an array", position),
            };
            joined.Elements.AddRange(elements);
            limits.CountValues(joined.Elements.Count, position);
        }

        return joined;
    }

    private static HoconException Mixed(Node head, string other, HoconPosition position)
    {
        string kind = head switch
        {
            ObjectNode => "an object",
            ArrayNode => "an array",
            _ => ((ScalarNode)head).Value.Describe(),
        };
        return new HoconException(new HoconProblem(position, "",
            $"{kind} (from {head.Position}) cannot be joined with {other}; "
            + "separate the values with ',' or a new line, or give them the same kind"));
    }
}
