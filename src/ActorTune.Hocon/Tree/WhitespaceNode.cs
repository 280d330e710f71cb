namespace ActorTune.Hocon.Tree;

/// <summary>
/// White space between joined values: kept between strings, ignored between others.
/// </summary>
internal sealed class WhitespaceNode(string text, HoconPosition position) : Node(position)
{
    public string Text { get; } = text;
}
