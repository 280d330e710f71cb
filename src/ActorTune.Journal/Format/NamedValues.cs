namespace ActorTune.Journal.Format;

/// <summary>
/// Room to collect names and values in. Reports of one program name the same metrics, and
/// suggestions of one space the same parameters, so that they share the array of names, which
/// nobody changes.
/// </summary>
internal sealed class NamedValues<T>
{
    private string[] _names = new string[16];
    private T[] _values = new T[16];
    private string[] _last = [];

    internal void Put(int index, string name, T value)
    {
        if (index == _names.Length)
        {
            Array.Resize(ref _names, 2 * index);
            Array.Resize(ref _values, 2 * index);
        }

        _names[index] = name;
        _values[index] = value;
    }

    internal string[] TakeNames(int count)
    {
        if (!_names.AsSpan(0, count).SequenceEqual(_last))
            _last = _names.AsSpan(0, count).ToArray();
        return _last;
    }

    internal T[] TakeValues(int count) => _values.AsSpan(0, count).ToArray();
}
