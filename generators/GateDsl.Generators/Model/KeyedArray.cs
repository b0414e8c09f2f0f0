using System.Collections;

namespace GateDsl.Generators.Model;

/// <summary>
/// An immutable array compared by its elements, each of which is found by its key: the places of the keys are noted once, when it is made.
/// </summary>
/// <typeparam name="TKey">What an element is told apart by.</typeparam>
/// <typeparam name="T">An element.</typeparam>
internal sealed class KeyedArray<TKey, T> : IEquatable<KeyedArray<TKey, T>>, IReadOnlyList<T>
    where TKey : notnull
    where T : class, IEquatable<T>
{
    private readonly EquatableArray<T> _items;
    private readonly Dictionary<TKey, int> _places;

    /// <param name="items">The elements, no two of which have one key.</param>
    /// <param name="keyOf">The key of an element; asked once and not kept.</param>
    public KeyedArray(IEnumerable<T> items, Func<T, TKey> keyOf)
    {
        _items = items.ToEquatableArray();
        _places = new Dictionary<TKey, int>(_items.Count);
        foreach (T item in _items)
        {
            _places.Add(keyOf(item), _places.Count);
        }
    }

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    /// <summary>The element with that key, which there is.</summary>
    public T Find(TKey key) => _items[_places[key]];

    /// <summary>The element with that key; null: there is none.</summary>
    public T? FindOrNull(TKey key) => _places.TryGetValue(key, out int place) ? _items[place] : null;

    /// <summary>Where the element with that key stands, which there is.</summary>
    public int PlaceOf(TKey key) => _places[key];

    public bool Has(TKey key) => _places.ContainsKey(key);

    public bool Equals(KeyedArray<TKey, T>? other) => other is not null && (ReferenceEquals(this, other) || _items == other._items);

    public override bool Equals(object? obj) => Equals(obj as KeyedArray<TKey, T>);

    public override int GetHashCode() => _items.GetHashCode();

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

internal static class KeyedArray
{
    public static KeyedArray<TKey, T> ToKeyedArray<TKey, T>(this IEnumerable<T> items, Func<T, TKey> keyOf)
        where TKey : notnull
        where T : class, IEquatable<T> => new(items, keyOf);
}
