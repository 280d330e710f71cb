using System.Diagnostics.CodeAnalysis;

namespace ActorTune.Hocon.Tree;

/// <summary>
/// Finds items by name: by looking through them while they are few, as in most objects, and by a
/// table from then on.
/// </summary>
internal sealed class NameIndex<T>(Func<T, string> nameOf)
    where T : class
{
    private const int MaxScanned = 8;

    private readonly List<T> _items = [];
    private Dictionary<string, T>? _byName;

    public IReadOnlyList<T> Items => _items;

    public bool TryGet(string name, [NotNullWhen(true)] out T? item)
    {
        item = _byName is null
            ? _items.Find(candidate => nameOf(candidate) == name)
            : _byName.GetValueOrDefault(name);
        return item is not null;
    }

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(T item)
    {
        string name = nameOf(item);
        if (TryGet(name, out _))
            throw new ArgumentException($"The name '{name}' is given twice.", nameof(item));
        _items.Add(item);
        if (_items.Count > MaxScanned)
            _byName ??= new(StringComparer.Ordinal);
        if (_byName is null)
            return;
        if (_byName.Count == 0)
            _items.ForEach(known => _byName.Add(nameOf(known), known));
        else
            _byName.Add(name, item);
    }
}
