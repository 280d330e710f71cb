namespace ActorTune.Hocon.Tree;

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode(HoconValue value) : Node(value.Position)
{
    public HoconValue Value { get; } = value;

    public override bool HidesEarlier => true;

    /// <summary>The text that stands for the value in a joined string.</summary>
    public string Text => Value switch
    {
        HoconString text => text.Value,
        HoconNumber number => number.Text,
        HoconBoolean boolean => boolean.Value ? "true" : "false",
        _ => "null",
    };
}
