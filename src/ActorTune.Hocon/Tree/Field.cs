namespace ActorTune.Hocon.Tree;

/// <summary>
/// A field with everything that was assigned to it and may still matter, earliest first: what a
/// later assignment certainly hides is dropped, adjacent object literals are one.
/// </summary>
internal sealed class Field(string name, HoconPosition keyPosition)
{
    private readonly List<Node> _layers = new(1);

    public string Name { get; } = name;

    /// <summary>Where the key was written last.</summary>
    public HoconPosition KeyPosition { get; private set; } = keyPosition;

    public IReadOnlyList<Node> Layers => _layers;

    /// <summary>
    /// The field's resolved outermost value, once it is known; null if undefined.
    /// </summary>
    public Node? Head { get; private set; }

    public bool HasHead { get; private set; }

    public void Assign(Node value, HoconPosition keyPosition)
    {
        KeyPosition = keyPosition;
        if (value.HidesEarlier)
            _layers.Clear();
        if (value is ObjectNode later && _layers.LastOrDefault() is ObjectNode earlier)
            earlier.Merge(later);
        else
            _layers.Add(value);
    }

    /// <summary>
    /// Assigns all that was assigned to another field of this name, in its order.
    /// </summary>
    public void Append(Field later)
    {
        foreach (Node layer in later.Layers)
            Assign(layer, later.KeyPosition);
    }

    /// <summary>The object literal that a path through this field goes into.</summary>
    public ObjectNode Descend(HoconPosition keyPosition)
    {
        if (_layers.LastOrDefault() is ObjectNode existing)
            return existing;
        ObjectNode created = new(keyPosition);
        Assign(created, keyPosition);
        return created;
    }

    /// <summary>Stacks the layers of two fields without touching either's objects.</summary>
    public static Field Stack(Field earlier, Field later)
    {
        Field stacked = new(later.Name, later.KeyPosition);
        if (later.Layers.Count == 0 || !later.Layers[0].HidesEarlier)
            stacked._layers.AddRange(earlier.Layers);
        stacked._layers.AddRange(later.Layers);
        return stacked;
    }

    public void Remember(Node? head)
    {
        Head = head;
        HasHead = true;
    }

    public void Forget()
    {
        Head = null;
        HasHead = false;
    }
}
