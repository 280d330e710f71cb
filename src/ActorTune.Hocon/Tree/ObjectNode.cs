using System.Diagnostics.CodeAnalysis;

namespace ActorTune.Hocon.Tree;

/// <summary>
/// An object whose fields are not yet resolved, in the order of their first mention.
/// </summary>
internal sealed class ObjectNode(HoconPosition position) : Node(position)
{
    private readonly NameIndex<Field> _fields = new(static field => field.Name);

    public IReadOnlyList<Field> Fields => _fields.Items;

    /// <summary>Whether its value is being made: meeting it again is a cycle.</summary>
    public bool IsBeingBuilt { get; set; }

    public bool TryGet(string name, [NotNullWhen(true)] out Field? field) =>
        _fields.TryGet(name, out field);

    public Field GetOrAdd(string name, HoconPosition keyPosition)
    {
        if (_fields.TryGet(name, out Field? field))
            return field;
        field = new Field(name, keyPosition);
        Add(field);
        return field;
    }

    /// <summary>Adds a field whose name is not here yet.</summary>
    public void Add(Field field) => _fields.Add(field);

    /// <summary>Assigns every field of another object after the ones that are here.</summary>
    public void Merge(ObjectNode later)
    {
        foreach (Field field in later.Fields)
            GetOrAdd(field.Name, field.KeyPosition).Append(field);
    }
}
