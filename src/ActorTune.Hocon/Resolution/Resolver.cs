using ActorTune.Hocon.Tree;

namespace ActorTune.Hocon.Resolution;

/// <summary>
/// Resolves a parsed document lazily: a value is worked out only as far as something asks. Here
/// that is to its head: the scalar, or the object or array whose contents are still unresolved.
/// A head that is needed to work itself out looks back to what was assigned before it; a
/// substitution is worked out once and keeps its value.
/// </summary>
internal sealed class Resolver
{
    private readonly HoconParseOptions _options;
    private readonly ResolutionLimits _limits;
    private readonly Concatenator _concatenator;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _environment;
    private readonly List<HoconProblem> _problems = [];
    private readonly Dictionary<(ObjectNode, ObjectNode), ObjectNode> _merged = [];
    private int _lookBacks;

    public Resolver(HoconParseOptions options)
    {
        _options = options;
        _limits = new ResolutionLimits(options);
        _concatenator = new Concatenator(this, _limits);
        _environment = new(() => EnvironmentVariables.Of(_options));
    }

    /// <summary>Makes the value of a document.</summary>
    /// <exception cref="HoconException">Substitutions are undefined or circular.</exception>
    public HoconValue Resolve(Node root)
    {
        HoconValue? value = null;
        try
        {
            value = new ValueBuilder(this, _limits).Build(root);
        }
        catch (CycleException cycle)
        {
            _problems.Add(cycle.Problem);
        }

        if (_problems.Count > 0)
            throw new HoconException(_problems);
        return value!;
    }

    /// <summary>The head of a field: its last value, with the objects it merges with.</summary>
    public Node? HeadOf(Field field)
    {
        if (field.HasHead)
            return field.Head;
        int usable = CountUsable(field.Layers);
        bool isLookingBack = usable < field.Layers.Count;
        if (isLookingBack)
            _lookBacks++;
        Node? head = Fold(field.Layers, usable);
        if (!isLookingBack)
            field.Remember(head);
        return head;
    }

    /// <summary>The head of a value; null where it is undefined.</summary>
    public Node? HeadOf(Node node) => node switch
    {
        FieldNode element => HeadOf(element.Field),
        DeferredNode { HasHead: true } known => known.Head,
        DeferredNode deferred => WorkOut(deferred),
        _ => node,
    };

    /// <summary>
    /// Merges two objects without resolving their fields or changing them. The same two give the
    /// same object, so that one which contains itself is recognised.
    /// </summary>
    public ObjectNode Merge(ObjectNode earlier, ObjectNode later)
    {
        if (ReferenceEquals(earlier, later))
            return later;
        if (!_merged.TryGetValue((earlier, later), out ObjectNode? merged))
            _merged.Add((earlier, later), merged = MakeMerged(earlier, later));
        return merged;
    }

    private ObjectNode MakeMerged(ObjectNode earlier, ObjectNode later)
    {
        ObjectNode merged = new(earlier.Position);
        foreach (Field field in earlier.Fields)
            merged.Add(later.TryGet(field.Name, out Field? on) ? Field.Stack(field, on) : field);
        foreach (Field field in later.Fields.Where(field => !earlier.TryGet(field.Name, out _)))
            merged.Add(field);
        _limits.CountValues(merged.Fields.Sum(field => field.Layers.Count), later.Position);
        return merged;
    }

    // a value that is being worked out, and all that overrides it, cannot help to work it out
    private static int CountUsable(IReadOnlyList<Node> layers)
    {
        int usable = 0;
        while (usable < layers.Count && layers[usable] is not DeferredNode { IsActive: true })
            usable++;
        return usable;
    }

    private Node? Fold(IReadOnlyList<Node> layers, int count)
    {
        ObjectNode? merged = null;
        for (int layer = count - 1; layer >= 0; layer--)
        {
            Node? head = HeadOf(layers[layer]);
            if (head is ObjectNode lower)
                merged = merged is null ? lower : Merge(lower, merged);
            else if (head is not null)
                return merged ?? head;
        }

        return merged;
    }

    private Node? WorkOut(DeferredNode node)
    {
        _limits.EnterSubstitution(node.Position);
        node.IsActive = true;
        try
        {
            node.Remember(node is SubstitutionNode substitution
                ? Substitute(substitution)
                : _concatenator.Join((ConcatenationNode)node));
            return node.Head;
        }
        finally
        {
            node.IsActive = false;
            _limits.LeaveSubstitution();
        }
    }

    private Node? Substitute(SubstitutionNode node)
    {
        int lookBacks = _lookBacks;
        Node? found = null;
        for (IncludeScope? scope = node.Scope; found is null && scope is not null;
             scope = node.IsOwnField ? null : scope.Outer)
            found = LookUp(scope.Base, scope.Prefix.Concat(node.Path));
        if (found is null && !node.IsOwnField)
            found = FromEnvironment(node);
        if (found is null && !node.IsOptional)
            _problems.Add(Undefined(node, _lookBacks > lookBacks));
        return found;
    }

    private Node? LookUp(ObjectNode root, IEnumerable<string> path)
    {
        Node? current = root;
        foreach (string name in path)
        {
            if (current is not ObjectNode parent || !parent.TryGet(name, out Field? field))
                return null;
            current = HeadOf(field);
        }

        return current;
    }

    private ScalarNode? FromEnvironment(SubstitutionNode node)
    {
        string variable = string.Join('.', node.Path);
        return _environment.Value.TryGetValue(variable, out string? value)
            ? new ScalarNode(new HoconString(value, EnvironmentVariables.PositionOf(variable)))
            : null;
    }

    private static HoconProblem Undefined(SubstitutionNode node, bool hasLookedBack)
    {
        string path = Syntax.PathSyntax.Join(node.Path);
        string reason = hasLookedBack
            ? "it refers to itself, and nothing was assigned before it"
            : "neither the document nor the environment defines it";
        return new HoconProblem(node.Position, "",
            $"the substitution ${{{path}}} has no value: {reason}; "
            + $"define it, or write ${{?{path}}} where it may be missing");
    }
}
