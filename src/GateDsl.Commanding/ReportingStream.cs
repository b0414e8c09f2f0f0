namespace GateDsl.Commanding;

/// <summary>
/// A standard stream that may be a file on a full disk. What cannot be written to standard error is lost, as there is no place left to say so; for
/// standard output there is.
/// </summary>
/// <param name="stream">The stream.</param>
/// <param name="isOutput">Whether it is standard output.</param>
internal sealed class ReportingStream(Stream stream, bool isOutput) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="UnwritableOutputException">Standard output cannot be written.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            stream.Write(buffer);
            stream.Flush();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (isOutput)
            {
                throw new UnwritableOutputException(exception);
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
