# A 32-bit program: opens one file and ends. No library: compilers can make this much for 32 bits without more packages.
    .globl _start
_start:
    movl $5, %eax           # open
    movl $path, %ebx
    xorl %ecx, %ecx
    int $0x80
    movl $1, %eax           # exit
    xorl %ebx, %ebx
    int $0x80
path:
    .asciz "/data/narrow"
    .section .note.GNU-stack, "", @progbits
