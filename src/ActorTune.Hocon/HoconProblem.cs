namespace ActorTune.Hocon;

/// <summary>One thing that is wrong with a document, and where.</summary>
/// <param name="Position">Where the offending text stands.</param>
/// <param name="Path">
/// The path of the value, such as <c>search-space.lr.low</c>; empty when the text could not be
/// understood as far as having a path.
/// </param>
/// <param name="Message">A sentence that says what was refused and what was expected.</param>
public sealed record HoconProblem(HoconPosition Position, string Path, string Message)
{
    /// <summary>The line shown to people: <c>file:line:column: path: message</c>.</summary>
    /// <returns>The parts that are present, separated by a colon and a space.</returns>
    public override string ToString()
    {
        string where = Position.ToString();
        string[] parts = [where, Path, Message];
        return string.Join(": ", parts.Where(part => part.Length > 0));
    }
}
