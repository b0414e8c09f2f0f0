using System.Buffers.Binary;
using System.Text;

namespace GateDsl.Tool.Tests.Arrays;

/// <summary>Writes .npy files byte by byte, as NumPy's description of the format has it.</summary>
internal static class NpyBytes
{
    /// <param name="values">The last axis fastest.</param>
    public static byte[] Of(double[] values, int[] shape, string type = "<f4", bool isFortranOrder = false, int version = 1)
    {
        string sizes = shape.Length == 1 ? $"{shape[0]}," : string.Join(", ", shape);
        string text = $"{{'descr': '{type}', 'fortran_order': {(isFortranOrder ? "True" : "False")}, 'shape': ({sizes}), }}\n";
        return WithHeader(text, Numbers(values, shape, type, isFortranOrder), version);
    }

    public static byte[] WithHeader(string text, byte[] numbers, int version = 1)
    {
        byte[] header = Encoding.UTF8.GetBytes(text);
        byte[] length = new byte[version == 1 ? 2 : 4];
        for (int i = 0; i < length.Length; i++)
        {
            length[i] = (byte)(header.Length >> (8 * i));
        }

        return [0x93, .. "NUMPY"u8, (byte)version, 0, .. length, .. header, .. numbers];
    }

    /// <summary>As above, into a file.</summary>
    public static string Write(string folder, string name, double[] values, int[] shape, string type = "<f4", bool isFortranOrder = false)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllBytes(file, Of(values, shape, type, isFortranOrder));
        return file;
    }

    private static byte[] Numbers(double[] values, int[] shape, string type, bool isFortranOrder)
    {
        int size = type[2] - '0';
        byte[] bytes = new byte[values.Length * size];
        for (int i = 0; i < values.Length; i++)
        {
            Span<byte> place = bytes.AsSpan((isFortranOrder ? FortranPlace(i, shape) : i) * size, size);
            switch (type)
            {
                case "<f4":
                    BinaryPrimitives.WriteSingleLittleEndian(place, (float)values[i]);
                    break;
                case ">f4":
                    BinaryPrimitives.WriteSingleBigEndian(place, (float)values[i]);
                    break;
                case "<f8":
                    BinaryPrimitives.WriteDoubleLittleEndian(place, values[i]);
                    break;
                case ">f8":
                    BinaryPrimitives.WriteDoubleBigEndian(place, values[i]);
                    break;
                case "<f2":
                    BinaryPrimitives.WriteHalfLittleEndian(place, (Half)values[i]);
                    break;
                case "|b1" or "|u1" or "|i1":
                    place[0] = unchecked((byte)(sbyte)values[i]);
                    break;
                case [_, 'i' or 'u', _]:
                    for (int b = 0; b < size; b++)
                    {
                        place[type[0] == '>' ? size - 1 - b : b] = unchecked((byte)((long)values[i] >> (8 * b)));
                    }

                    break;
                default:
                    throw new ArgumentException($"No numbers of type {type} are written here.", nameof(type));
            }
        }

        return bytes;
    }

    /// <summary>The element's number when the first axis is the fastest.</summary>
    private static int FortranPlace(int position, int[] shape)
    {
        int place = 0;
        int stride = shape.Aggregate((product, axis) => product * axis);
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            stride /= shape[axis];
            place += position % shape[axis] * stride;
            position /= shape[axis];
        }

        return place;
    }
}
