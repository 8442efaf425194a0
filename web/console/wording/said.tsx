/** A text with what is filled in set apart: by a frame, not by colour alone. */
export const Said = ({ text }: { text: string }) => (
  <>
    {text.split(/(\{\w+\})/).map((piece, at) =>
      /^\{\w+\}$/.test(piece) ? (
        <span key={at} class="wording__place">
          {piece}
        </span>
      ) : (
        piece
      ),
    )}
  </>
);
