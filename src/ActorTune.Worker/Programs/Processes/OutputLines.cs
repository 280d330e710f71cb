namespace ActorTune.Worker.Programs.Processes;

/// <summary>Takes a line of output.</summary>
/// <param name="line">The line without its end.</param>
/// <param name="isCut">Whether it was longer than what is given.</param>
internal delegate void OutputLineHandler(ReadOnlySpan<byte> line, bool isCut);

/// <summary>Cuts a stream of bytes into lines, of each of which it keeps the beginning.</summary>
internal sealed class OutputLines(int longestBytes, OutputLineHandler handler)
{
    private readonly byte[] _line = new byte[longestBytes];
    private int _length;
    private bool _isCut;

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.IndexOf((byte)'\n') is >= 0 and var end)
        {
            Keep(bytes[..end]);
            Finish();
            bytes = bytes[(end + 1)..];
        }

        Keep(bytes);
    }

    private void Finish()
    {
        (int length, bool isCut) = (_length, _isCut);
        (_length, _isCut) = (0, false);
        if (length > 0)
            handler(_line.AsSpan(0, length), isCut);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        int room = Math.Min(bytes.Length, _line.Length - _length);
        bytes[..room].CopyTo(_line.AsSpan(_length));
        _length += room;
        _isCut |= room < bytes.Length;
    }
}
