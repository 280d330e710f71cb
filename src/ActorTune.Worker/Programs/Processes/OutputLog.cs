using System.Text;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// A program's output in a file, both streams as they come: the first half of the limit as it is
/// written, the last half from memory at the end, and a line between them that says what was left
/// out. A disk that fails ends the log, not the program.
/// </summary>
internal sealed class OutputLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly int _headBytes;
    private readonly int _tailBytes;
    private FileStream? _file;
    private byte[]? _tail;
    private long _written;
    private long _beyond;

    internal OutputLog(string path, int limitBytes)
    {
        _tailBytes = limitBytes / 2;
        _headBytes = limitBytes - _tailBytes;
        _file = new FileStream(
            path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    }

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_file is null)
                return;
            int head = (int)Math.Min(bytes.Length, _headBytes - _written);
            if (head > 0)
                WriteToFile(bytes[..head]);
            _written += head;
            KeepTail(bytes[head..]);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            WriteTail();
            _file?.Dispose();
            _file = null;
        }
    }

    private void KeepTail(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        _tail ??= new byte[_tailBytes];
        if (bytes.Length > _tailBytes)
        {
            _beyond += bytes.Length - _tailBytes;
            bytes = bytes[^_tailBytes..];
        }

        int at = (int)(_beyond % _tailBytes);
        int first = Math.Min(bytes.Length, _tailBytes - at);
        bytes[..first].CopyTo(_tail.AsSpan(at));
        bytes[first..].CopyTo(_tail);
        _beyond += bytes.Length;
    }

    private void WriteTail()
    {
        if (_tail is null)
            return;
        long leftOut = Math.Max(0, _beyond - _tailBytes);
        int at = (int)(_beyond % _tailBytes);
        if (leftOut == 0)
        {
            WriteToFile(_tail.AsSpan(0, (int)_beyond));
            return;
        }

        WriteToFile(Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"\n[actortune: {leftOut} bytes of output are left out here]\n")));
        WriteToFile(_tail.AsSpan(at));
        WriteToFile(_tail.AsSpan(0, at));
    }

    private void WriteToFile(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file?.Write(bytes);
        }
        catch (IOException)
        {
            _file?.Dispose();
            _file = null;
        }
    }
}
