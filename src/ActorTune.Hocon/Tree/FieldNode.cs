namespace ActorTune.Hocon.Tree;

/// <summary>
/// An array element that is a field: an object with numbers for keys, read as array.
/// </summary>
internal sealed class FieldNode(Field field) : Node(field.KeyPosition)
{
    public Field Field { get; } = field;
}
