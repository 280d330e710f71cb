using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Resolution;

/// <summary>Makes the values of a document from its heads, down to the last scalar.</summary>
internal sealed class ValueBuilder(Resolver resolver, ResolutionLimits limits)
{
    /// <exception cref="CycleException">The value would contain itself.</exception>
    public HoconValue Build(Node head)
    {
        limits.CountValues(1, head.Position);
        return head switch
        {
            ScalarNode scalar => scalar.Value,
            ArrayNode array => BuildArray(array),
            ObjectNode parsed => BuildObject(parsed),
            _ => throw new InvalidOperationException($"{head.GetType().Name} is no head."),
        };
    }

    private HoconArray BuildArray(ArrayNode node)
    {
        if (node.IsBeingBuilt)
            throw new CycleException(node.Position);
        limits.EnterValue(node.Position);
        node.IsBeingBuilt = true;
        try
        {
            List<HoconValue> elements = [];
            foreach (Node element in node.Elements)
            {
                if (BuildElement(element) is { } value)
                    elements.Add(value);
            }

            return new HoconArray(elements, node.Position);
        }
        finally
        {
            node.IsBeingBuilt = false;
            limits.LeaveValue();
        }
    }

    private HoconObject BuildObject(ObjectNode node)
    {
        if (node.IsBeingBuilt)
            throw new CycleException(node.Position);
        limits.EnterValue(node.Position);
        node.IsBeingBuilt = true;
        try
        {
            List<HoconMember> members = [];
            foreach (Field field in node.Fields)
            {
                if (BuildField(field) is { } value)
                    members.Add(new HoconMember(field.Name, value, field.KeyPosition));
            }

            return new HoconObject(members, node.Position);
        }
        finally
        {
            node.IsBeingBuilt = false;
            limits.LeaveValue();
        }
    }

    private HoconValue? BuildElement(Node element)
    {
        try
        {
            return BuildDefined(resolver.HeadOf(element));
        }
        catch (CycleException)
        {
            if (!Undefine([element]))
                throw;
            return BuildDefined(resolver.HeadOf(element));
        }
    }

    private HoconValue? BuildField(Field field)
    {
        try
        {
            return BuildDefined(resolver.HeadOf(field));
        }
        catch (CycleException)
        {
            if (!Undefine(field.Layers))
                throw;
            field.Forget();
            return BuildDefined(resolver.HeadOf(field));
        }
    }

    private HoconValue? BuildDefined(Node? head) => head is null ? null : Build(head);

    // a cycle counts as a missing value for an optional substitution that is part of it
    private static bool Undefine(IEnumerable<Node> nodes)
    {
        bool hasChanged = false;
        foreach (Node node in nodes)
        {
            if (node is SubstitutionNode { IsOptional: true, Head: not null } optional)
            {
                optional.Remember(null);
                hasChanged = true;
            }
            else if (node is ConcatenationNode joined && Undefine(joined.Parts))
            {
                joined.Forget();
                hasChanged = true;
            }
        }

        return hasChanged;
    }
}
